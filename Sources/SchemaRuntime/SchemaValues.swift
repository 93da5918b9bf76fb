/// JSON values, texts in formats, and rules: they are a module of their own because the generator uses them as well. Who
/// imports the runtime has them.
@_exported public import SchemaValues
