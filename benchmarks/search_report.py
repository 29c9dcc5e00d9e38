"""What was measured as tables in Markdown, and their place in a page."""

import re
from collections.abc import Iterable, Sequence
from math import nan
from pathlib import Path
from statistics import median

import search_chart

OURS = "newsarchive"
PLAIN = "newsarchive, stems and surface only"
FTS5, STOCK = "SQLite FTS5", "Haystack's Whoosh backend"
BEGIN, END = "<!-- search: begin (written by make bench) -->", "<!-- search: end -->"


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that so large a share of them does not exceed; not a number where there is none."""
    if not values:
        return nan
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, max(0, -(-int(share * 1000) * len(ordered) // 1000) - 1))]


def tables(results: dict) -> str:
    """All tables, each under its heading; what was not measured has none."""
    load = f"the load of the machine before it began was {results['load']:.1f}"
    head = f"`{results['command']}`, {results['date']}, at commit {results['commit']}; {results['machine']}; {load}."
    parts = [head, *(f"{one['size']:,} articles are {one['corpus']}" for one in results["sizes"])]
    for one in results["sizes"]:
        parts += _of_size(one)
    if len(results["sizes"]) > 1:
        parts += ["### Growth", _growth(results["sizes"])]
    if results["stock"]:
        parts += _of_stock(results["stock"], results["sizes"][-1]["size"])
    parts += ["### Aims", _aims(results)]
    return "\n\n".join(parts) + "\n"


def write(page: Path, results: dict) -> None:
    """Put the tables between their marks in a page, or at its end, and the chart beside it."""
    chart = page.with_name("benchmarks-search.svg")
    chart.write_text(search_chart.draw(p95_by_size(results)), encoding="utf-8")
    section = f"{BEGIN}\n\n{tables(results)}\n![p95 of the mixed queries by engine and size]({chart.name})\n\n{END}"
    text = page.read_text(encoding="utf-8") if page.exists() else "# Benchmarks\n"
    marked = re.compile(re.escape(BEGIN) + ".*?" + re.escape(END), re.DOTALL)
    if marked.search(text):
        text = marked.sub(lambda _: section, text)
    else:
        text = f"{text.rstrip()}\n\n## Searching\n\n{section}\n"
    page.write_text(text, encoding="utf-8")


def mixed(told: dict, engine: str) -> dict[str, float] | None:
    """p50, p95 and max in milliseconds, each the median of the rounds; None where it was not asked."""
    rounds = [one[engine] for one in told["rounds"] if engine in one]
    if not rounds:
        return None
    shares = {"p50": 0.5, "p95": 0.95, "max": 1.0}
    return {name: median(percentile(values, share) for values in rounds) for name, share in shares.items()}


def p95_by_size(results: dict) -> dict[str, list[tuple[int, float]]]:
    """For each engine (articles, p95 in milliseconds); the stock backend's at its own size alone."""
    points: dict[str, list[tuple[int, float]]] = {}
    for one in results["sizes"]:
        for engine in one["rounds"][0]:
            points.setdefault(engine, []).append((one["size"], mixed(one, engine)["p95"]))
    if stock := results["stock"]:
        points[STOCK] = [(stock["size"], mixed(stock, STOCK)["p95"])]
    return points


def _of_size(one: dict) -> list[str]:
    size = one["size"]
    parts = [f"### {size:,} articles: index", _table(["Engine", "Seconds", "Articles/s", "MB"], _built(one))]
    index = one["index"]
    parts.append(
        f"`import_dump --no-index` took {one['import']['seconds']:,.0f} s before "
        f"({size / one['import']['seconds']:,.0f} articles/s). `rebuild_index` is timed from the start of its process "
        f"to its end; its processes worked {', '.join(f'{seconds:.1f}' for seconds in index['cpu'])} s, and the first "
        f"had {index['peak']:,.0f} MB at most. FTS5's file holds the text too."
    )
    rounds = len(one["rounds"])
    parts += [
        f"### {size:,} articles: mixed queries",
        f"{len(one['rounds'][0][OURS])} queries of one word to a whole headline, the first hundred articles; one "
        f"process, every engine in turn; rounds of other queries: {rounds}; medians of the rounds in milliseconds.",
        _table(["Engine", "p50", "p95", "max", "p95, FTS5 = 1"], _mixed_rows(one)),
        f"### {size:,} articles: by kind of query",
        "Milliseconds. A page is the whole answer: ten articles, all facets, forms of the words, the other total.",
        _table(["Query", "page p50", "p95", "max", "ten articles alone p50", "p95", "max"], _kinds(one["kinds"])),
    ]
    return parts + (_served(one["http"], size) if "http" in one else [])


def _built(one: dict) -> Iterable[list[str]]:
    built = {OURS: one["index"]} | one["peers"]
    for engine, told in built.items():
        if "skipped" in told:
            yield [engine, f"skipped: {told['skipped']}", "", ""]
        else:
            name = f"{engine} {told.get('version', '')}".strip()
            yield [name, _ms(told["seconds"]), f"{one['size'] / told['seconds']:,.0f}", f"{told['megabytes']:,.0f}"]


def _mixed_rows(one: dict) -> Iterable[list[str]]:
    base = mixed(one, FTS5)
    for engine in one["rounds"][0]:
        found = mixed(one, engine)
        ratio = f"{found['p95'] / base['p95']:.2f}" if base else ""
        yield [engine, *(_ms(found[name]) for name in ("p50", "p95", "max")), ratio]


def _kinds(kinds: dict) -> Iterable[list[str]]:
    for kind, taken in kinds.items():
        yield [kind, *_three(taken["page"]), *_three(taken["hits"])]


def _served(http: dict, size: int) -> list[str]:
    rows = [
        [kind, f"{told['requests_per_second']:,.0f}", *_three(told["milliseconds"]), str(told["failed"])]
        for kind, told in {**http["kinds"], "all three": http["mixture"]}.items()
    ]
    before, after = http["memory_before"], http["memory_after"]
    memory = [
        [name.split()[0], _mb(before, name, "pss"), _mb(after, name, "pss"), _mb(after, name, "private")]
        for name in sorted({*before, *after}, reverse=True)
    ]
    return [
        f"### {size:,} articles: over HTTP",
        f"{http['clients']} clients on the same machine, 2 gunicorn workers, warmed by other pages; milliseconds.",
        _table(["Page", "Requests/s", "p50", "p95", "max", "failed"], rows),
        f"Memory of each process before and after {http['requests']:,} requests.",
        _table(["Process", "PSS before, MB", "PSS after, MB", "of it its own, MB"], memory),
    ]


def _growth(sizes: Sequence[dict]) -> str:
    rows = []
    for one in sizes:
        http = one.get("http")
        search = _ms(percentile(http["kinds"]["search"]["milliseconds"], 0.95)) if http else ""
        pss = f"{_worker_pss(http):,.0f}" if http else ""
        ours, others = mixed(one, OURS), mixed(one, FTS5)
        built = one["size"] / one["index"]["seconds"], one["index"]["megabytes"]
        figures = [f"{figure:,.0f}" for figure in (one["size"], *built)]
        rows.append([*figures, _ms(ours["p95"]), _ms(others["p95"]) if others else "", search, pss])
    heads = ["Articles", "indexed/s", "index MB", "p95, mixed", "FTS5's", "p95 of search pages", "PSS of a worker, MB"]
    return _table(heads, rows)


def _of_stock(stock: dict, size: int) -> list[str]:
    few, factor = stock["size"], size / stock["size"]
    ours, theirs = mixed(stock, OURS), mixed(stock, STOCK)
    built = stock["peers"][STOCK]["seconds"], stock["index"]["seconds"]
    rows = [["index build, s", *map(_ms, built), _ms(built[0] * factor), f"{built[0] / built[1]:.1f}"]]
    rows.append(_beside("mixed queries, p95", theirs["p95"], ours["p95"], factor))
    for kind, taken in stock["kinds"].items():
        if "stock" in taken:
            pair = [median(taken[name]) for name in ("stock", "hits")]
            rows.append(_beside(f"{kind}, p50", *pair, factor))
    return [
        f"### Beside Haystack's stock backend, at {few:,} articles",
        f"Haystack {stock['peers'][STOCK]['version']}; milliseconds but for the build. The stock backend requires all "
        f"words; its time grows with the articles, so it is not run beyond these and multiplied up to {size:,}.",
        _table(["", "stock", "ours", f"stock, extrapolated to {size:,}", "times"], rows),
    ]


def _beside(name: str, theirs: float, ours: float, factor: float) -> list[str]:
    return [name, _ms(theirs), _ms(ours), _ms(theirs * factor), f"{theirs / ours:,.0f}"]


def _aims(results: dict) -> str:
    """The aims of the engine, and what this run has to say of them."""
    one, stock = results["sizes"][-1], results["stock"]
    rows = []
    if fts5 := mixed(one, FTS5):
        for engine in (OURS, PLAIN):
            ratio = mixed(one, engine)["p95"] / fts5["p95"]
            name = f"{engine}: p95 of mixed queries 0.2 of FTS5's (wanted: 0.083)"
            rows.append(_aim(name, ratio <= 0.2, f"{ratio:.2f}"))
    times = mixed(one, OURS)["p95"] / mixed(one, PLAIN)["p95"]
    rows.append(_aim("everything on takes three times stems and surface at most, p95", times <= 3, f"{times:.1f}"))
    rate = one["size"] / one["index"]["seconds"]
    rows.append(_aim("1,000 articles/s indexed (wanted: 3,700)", rate >= 1000, f"{rate:,.0f}"))
    if "http" in one:
        pss, p95 = _worker_pss(one["http"]), percentile(one["http"]["kinds"]["search"]["milliseconds"], 0.95)
        rows.append(_aim("a worker below 250 MB", pss < 250, f"{pss:,.0f} MB"))
        rows.append(_aim("search pages below 100 ms, p95, 8 clients", p95 < 100, f"{_ms(p95)} ms"))
    if stock:
        times = mixed(stock, STOCK)["p95"] / mixed(stock, OURS)["p95"]
        rows.append(_aim("stock backend beaten 20 times, p95", times >= 20, f"{times:,.0f}"))
        for kind in ("all", "all, sorted by date", "sorted by date"):
            times = median(stock["kinds"][kind]["stock"]) / median(stock["kinds"][kind]["hits"])
            rows.append(_aim(f"stock backend beaten 100 times, {kind}", times >= 100, f"{times:,.0f}"))
        times = stock["peers"][STOCK]["seconds"] / stock["index"]["seconds"]
        rows.append(_aim("stock backend beaten 4 times, index build", times >= 4, f"{times:,.1f}"))
    return _table([f"Aim (here at {one['size']:,} articles, stock at its own)", "Outcome"], rows)


def _aim(aim: str, is_reached: bool, outcome: str) -> list[str]:
    return [aim, f"{'reached' if is_reached else '**not reached**'}: {outcome}"]


def _worker_pss(http: dict) -> float:
    return max(one["pss"] for name, one in http["memory_after"].items() if name.startswith("worker"))


def _three(values: Sequence[float]) -> list[str]:
    return [_ms(percentile(values, share)) for share in (0.5, 0.95, 1.0)] if values else ["", "", ""]


def _ms(value: float) -> str:
    return f"{value:,.2f}" if value < 10 else f"{value:,.1f}" if value < 100 else f"{value:,.0f}"


def _mb(state: dict, name: str, kind: str) -> str:
    return f"{state[name][kind]:,.0f}" if name in state else "not there"


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
