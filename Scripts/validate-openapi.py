"""Validates one OpenAPI document with openapi-spec-validator and prints every fault; ends with 1 where there is one."""

import sys

import openapi_spec_validator
import yaml

# Dates are strings in OpenAPI, whatever YAML 1.1 makes of them; nothing that is written needs them anyway.
Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
with open(sys.argv[1], encoding="utf-8") as stream:
    document = yaml.load(stream, Loader)

validators = {
    "3.0": openapi_spec_validator.OpenAPIV30SpecValidator,
    "3.1": openapi_spec_validator.OpenAPIV31SpecValidator,
}
validator = validators[document["openapi"][:3]]
count = 0
for fault in validator(document).iter_errors():
    count += 1
    if count <= 20:
        path = "/".join(str(part) for part in getattr(fault, "absolute_path", []))
        print(f"{path}: {str(fault.message)[:300]}")
        for inner in sorted(getattr(fault, "context", None) or [], key=lambda e: -len(e.absolute_path))[:3]:
            print("   ", "/".join(str(p) for p in inner.absolute_path), str(inner.message)[:200])
sys.exit(1 if count else 0)
