import SchemaEmit
