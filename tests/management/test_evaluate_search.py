import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

DOCS = "d1\tسقوط بغداد\tدخلت القوات العاصمة\nd2\tأسعار النفط\tهبط الخام في لندن\n"
QUERIES = "q1\tبغداد\nq2\tالنفط\n"
QRELS = "q1\td1\nq2\td2\n"


@pytest.fixture
def evaluate(tmp_path, capsys):
    """Runs the command on texts; answers what it printed and the run file."""

    def run(docs=DOCS, queries=QUERIES, qrels=QRELS):
        arguments = [f"--run={tmp_path / 'run.tsv'}"]
        for name, text in {"docs": docs, "queries": queries, "qrels": qrels}.items():
            (tmp_path / f"{name}.tsv").write_bytes(text.encode("utf-8", "surrogateescape"))
            arguments.append(f"--{name}={tmp_path / name}.tsv")
        call_command("evaluate_search", *arguments)
        return capsys.readouterr().out, (tmp_path / "run.tsv").read_text(encoding="utf-8")

    return run


def test_measures_are_printed_and_hits_are_written(evaluate):
    printed, written = evaluate()
    names = [line.split()[0] for line in printed.splitlines()]
    assert names == ["queries", "nDCG@10", "MRR@10", "recall@10", "recall@100"]
    assert printed.count("1.0000") == 4
    assert [line.split("\t")[:3] for line in written.splitlines()] == [["q1", "d1", "1"], ["q2", "d2", "1"]]


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(evaluate):
    plain = evaluate()
    assert evaluate(*("\ufeff" + text.replace("\n", "\r\n") for text in (DOCS, QUERIES, QRELS))) == plain


def test_a_row_given_twice_counts_once(evaluate):
    assert evaluate(docs=DOCS + DOCS, queries=QUERIES + QUERIES) == evaluate()


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"docs": "d1\tسقوط بغداد\n"}, "docs.tsv: line 1: 2 columns where 3 are wanted"),
        ({"docs": DOCS + "d1\tآخر\tنص آخر\n"}, "docs.tsv: line 3: the id d1 stands on a line before"),
        ({"docs": DOCS + "\tآخر\tنص\n"}, "docs.tsv: line 3: no id"),
        ({"queries": QUERIES + "q3\n"}, "queries.tsv: line 3: 1 columns where 2 are wanted"),
        ({"queries": QUERIES + "q1\tحلب\n"}, "queries.tsv: line 3: the id q1 stands on a line before"),
        ({"queries": "q1\t\udcc7\n"}, "queries.tsv: line 1: not UTF-8"),
        ({"qrels": "q1\t0\td1\t1\n"}, "qrels.tsv: line 1: 4 columns where 2 are wanted"),
    ],
)
def test_a_line_that_is_not_what_it_should_be_is_named(evaluate, files, said):
    with pytest.raises(CommandError, match=said):
        evaluate(**files)
