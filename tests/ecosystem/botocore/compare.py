"""Reads the lines of the program `documents` and compares what botocore's parser makes of each body with our members.

Strings, integers, lists and structures are equal, timestamps to the millisecond.
"""

import datetime
import json
import sys
from collections import Counter
from decimal import Decimal

import botocore
import botocore.loaders
import botocore.model
import botocore.parsers

EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)


def millis_of(at):
    return round(Decimal((at - EPOCH) // datetime.timedelta(microseconds=1)) / 1000)


def compare(path, theirs, ours):
    """Yields a line for each difference."""
    if isinstance(theirs, datetime.datetime):
        if not isinstance(ours, (int, Decimal)) or abs(millis_of(theirs) - round(ours * 1000)) > 1:
            yield f"{path}: botocore has {theirs}, we have {ours}"
    elif isinstance(theirs, dict) and isinstance(ours, dict):
        # `null` is an absent member, which only we write as it came.
        ours = {name: value for name, value in ours.items() if value is not None}
        for name in sorted(theirs.keys() | ours.keys()):
            if name in theirs and name in ours:
                yield from compare(f"{path}/{name}", theirs[name], ours[name])
            else:
                yield f"{path}/{name}: only {'botocore has' if name in theirs else 'we have'} it"
    elif isinstance(theirs, list) and isinstance(ours, list) and len(theirs) == len(ours):
        for index, (their, our) in enumerate(zip(theirs, ours)):
            yield from compare(f"{path}/{index}", their, our)
    elif type(theirs) is not type(ours) or theirs != ours:
        yield f"{path}: botocore has {theirs!r}, we have {ours!r}"


def main():
    model = botocore.loaders.Loader().load_service_model("dynamodb", "service-2")
    service = botocore.model.ServiceModel(model)
    parser = botocore.parsers.create_parser("json")
    counts, differences = Counter(), 0
    for number, line in enumerate(sys.stdin, 1):
        document = json.loads(line, parse_float=Decimal)
        operation = document["operation"]
        response = {"body": document["body"].encode(), "headers": {}, "status_code": 200}
        theirs = parser.parse(response, service.operation_model(operation).output_shape)
        theirs.pop("ResponseMetadata", None)
        counts[operation] += 1
        for difference in compare("", theirs, document["members"]):
            differences += 1
            print(f"line {number}, {operation}: {difference}")
    print(f"botocore {botocore.__version__}: {dict(counts)}, {differences} differences")
    # A reader that saw no documents has shown nothing.
    return 0 if counts and not differences else 1


if __name__ == "__main__":
    sys.exit(main())
