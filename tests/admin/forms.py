"""What a browser would send of an admin form that nobody touched."""


def filled(response) -> dict:
    """The data of a change form and of the rows in it."""
    form = response.context["adminform"].form
    data = values(form)
    for inline in response.context["inline_admin_formsets"]:
        formset = inline.formset
        data |= values(formset.management_form)
        for row in formset.initial_forms:
            data |= values(row)
    return data


def values(form) -> dict:
    """Field names as they are sent, with their values; empty ones as empty texts, line ends as browsers send them."""
    shown = ((bound.html_name, bound.field.prepare_value(bound.value())) for bound in form)
    return {name: as_sent(value) for name, value in shown}


def as_sent(value):
    if isinstance(value, list):
        return [str(getattr(item, "pk", item)) for item in value]
    return "" if value is None else str(value).replace("\n", "\r\n")


def new_row(data: dict, prefix: str, **fields) -> dict:
    """The data with one more row in a formset."""
    total = f"{prefix}-TOTAL_FORMS"
    number = int(data[total])
    return data | {total: number + 1} | {f"{prefix}-{number}-{name}": value for name, value in fields.items()}
