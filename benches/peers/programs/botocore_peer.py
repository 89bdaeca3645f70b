"""Reads documents, one per line, as botocore reads responses, and validates each: python3 botocore_peer.py DOCUMENTS"""

import sys

import botocore.parsers
import botocore.session
import botocore.validate

model = botocore.session.get_session().get_service_model("dynamodb")
shape = model.operation_model("DescribeBackup").output_shape
parser = botocore.parsers.create_parser("json")
validator = botocore.validate.ParamValidator()
valid = 0
with open(sys.argv[1], "rb") as documents:
    for line in documents:
        parsed = parser.parse({"body": line, "headers": {}, "status_code": 200}, shape)
        report = validator.validate({"BackupDescription": parsed["BackupDescription"]}, shape)
        if report.has_errors():
            print(report.generate_report())
        else:
            valid += 1
print(f"{valid} valid")
