/// Documents that use every word of a version, each in the form in which conversions write it.
enum RichDocument {
  /// OpenAPI 3.1: converted, it stays what it is.
  static let v3_1 = """
    openapi: 3.1.1
    info:
      title: Shop
      version: "2"
      summary: All of it.
      description: Sells mugs.
      termsOfService: https://example.com/terms
      contact: {name: Ann, url: "https://example.com/ann", email: ann@example.com, x-room: 7}
      license: {name: MIT, identifier: MIT, x-since: 2020}
      x-logo: {url: "https://example.com/logo.svg"}
    servers:
    - url: https://{region}.example.com/v1
      description: Where it is.
      variables: {region: {enum: [eu, us], default: eu, description: Near you., x-best: us}}
      x-internal: true
    security: [{key: []}, {login: [read, write], key: []}, {}]
    tags:
    - name: pets
      description: All pets.
      externalDocs: {url: "https://example.com/pets", description: More.}
      x-displayName: Pets
    - {name: mugs, x-icon: mug}
    externalDocs: {url: "https://example.com/docs"}
    paths:
      /pets/{id}:
        summary: One pet.
        parameters:
        - {name: id, in: path, description: Which., required: true, schema: {type: string}}
        get:
          tags: [pets]
          summary: Get a pet
          description: Gives it.
          externalDocs: {url: "https://example.com/get", description: How.}
          operationId: getPet
          deprecated: true
          parameters:
          - $ref: '#/components/parameters/page'
          - name: filter
            in: query
            description: What to look for.
            deprecated: true
            allowEmptyValue: true
            style: deepObject
            explode: true
            allowReserved: true
            schema: {type: object, properties: {a: {type: string}}}
            examples:
              one: {summary: The first., description: With a., value: {a: x}, x-seen: 1}
              far: {summary: Far away., externalValue: "https://example.com/far.json"}
          - name: state
            in: header
            content: {application/json: {schema: {type: object, properties: {b: {type: integer}}}, example: {b: 1}}}
          - {name: session, in: cookie, style: form, explode: false, schema: {type: array, items: {type: string}}}
          responses:
            "200":
              description: A pet.
              headers:
                X-Rate: {$ref: "#/components/headers/Rate"}
                X-Next: {description: The next., required: true, deprecated: true, schema: {type: string}, example: a}
              content:
                application/json; version=2:
                  schema: {$ref: "#/components/schemas/Pet"}
                  examples: {rex: {value: {name: Rex, kind: dog}}, tom: {value: {name: Tom, kind: cat}}}
                  x-cached: true
              links:
                again:
                  operationId: getPet
                  description: Once more.
                  parameters: {id: $response.body#/id}
                  requestBody: $request.body
                  server: {url: "https://example.com/again"}
                  x-weight: 2
              x-size: small
            "404": {$ref: "#/components/responses/missing"}
            5XX: {description: Broken.}
            default: {$ref: "#/components/responses/missing"}
          callbacks:
            done:
              '{$request.body#/url}':
                post:
                  operationId: petDone
                  requestBody: {content: {application/json: {schema: {type: string}}}}
                  responses: {"204": {description: Seen.}}
            failed: {$ref: "#/components/callbacks/failed"}
          security: []
          servers: [{url: "https://pets.example.com"}]
          x-apifox-folder: All/Pets
          x-code-samples: [{lang: swift, source: try await}]
        put:
          operationId: putPet
          requestBody: {$ref: "#/components/requestBodies/pet"}
          responses: {"200": {description: Done.}}
          callbacks: {failed: {$ref: "#/components/callbacks/failed"}}
          security: [{certificate: []}]
        x-group: a
      /upload:
        post:
          operationId: upload
          requestBody:
            description: The picture.
            required: true
            content:
              multipart/form-data:
                schema:
                  type: object
                  properties: {picture: {type: string, format: binary}, tags: {type: array, items: {type: string}}}
                  required: [picture]
                encoding:
                  picture:
                    contentType: image/png, image/jpeg
                    headers: {X-Part: {description: Which part., schema: {type: integer}}}
                    x-max: 3
                  tags: {style: pipeDelimited, explode: false, allowReserved: true}
            x-limit: 10
          responses:
            "200": {description: Ok., content: {text/event-stream: {schema: {type: object, properties: {n: {type: integer}}}}}}
    webhooks:
      petSold:
        post:
          operationId: petSold
          requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}}
          responses: {"200": {description: Seen.}}
    components:
      schemas:
        Pet:
          title: A pet
          description: An animal.
          type: object
          properties:
            name: {title: Its name, type: string, minLength: 1, maxLength: 9, pattern: "^[A-Z]", examples: [Rex, Tom]}
            kind: {type: string, enum: [dog, cat], x-enum-varnames: [Dog, Cat], x-enum-descriptions: [It barks., It purrs.]}
            id: {readOnly: true, type: [string, "null"], format: uuid, xml: {name: i, namespace: "urn:a", prefix: p, attribute: true}}
            secret: {deprecated: true, writeOnly: true, type: string, default: none}
            weight: {type: number, exclusiveMinimum: 0, maximum: 100, multipleOf: 0.5, default: 1.5}
            tags: {type: array, items: {type: string}, minItems: 1, maxItems: 3, uniqueItems: true, xml: {wrapped: true, x-a: 1}}
            pair: {type: array, prefixItems: [{type: string}, {type: integer}], items: false}
            more: {type: object, additionalProperties: {type: integer}, minProperties: 1, propertyNames: {maxLength: 3}}
            friend: {$ref: "#/components/schemas/Pet", description: The best one., x-mark: a}
            text: {type: string, contentMediaType: application/json, contentEncoding: base64, contentSchema: {type: array, items: {type: string}}}
            never: false
          required: [name]
          patternProperties: {^x-: {type: string}}
          unevaluatedProperties: false
          dependentRequired: {secret: [id]}
          dependentSchemas: {tags: {required: [kind]}}
          if: {properties: {kind: {const: dog}}}
          then: {required: [weight]}
          else: {not: {required: [weight]}}
          externalDocs: {url: "https://example.com/pet", description: More of pets.}
          xml: {name: pet}
          $comment: Written by hand.
          x-table: pets
        Beast:
          oneOf: [{$ref: "#/components/schemas/Dog"}, {$ref: "#/components/schemas/Cat"}]
          discriminator: {propertyName: type, mapping: {d: "#/components/schemas/Dog", c: "#/components/schemas/Cat"}}
        Dog: {type: object, properties: {type: {const: d}, bark: {type: boolean}}, required: [type]}
        Cat:
          type: object
          properties:
            type: {const: c}
            lives: {type: array, items: {type: integer}, contains: {type: integer, minimum: 9}, minContains: 1, maxContains: 2}
          required: [type]
      responses:
        missing: {description: Gone., content: {application/problem+json: {schema: {type: object, properties: {why: {type: string}}}}}}
      parameters:
        page: {name: page, in: query, schema: {type: integer, minimum: 1}, example: 2}
      requestBodies:
        pet: {description: The pet., required: true, content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}}
      headers:
        Rate: {description: How many are left., schema: {type: integer}, example: 9}
      callbacks:
        failed:
          '{$request.body#/failed}': {post: {operationId: petFailed, responses: {"200": {description: Seen.}}}}
      securitySchemes:
        key: {type: apiKey, name: X-Key, in: header, description: A key., x-length: 32}
        login:
          type: oauth2
          flows:
            authorizationCode:
              authorizationUrl: https://example.com/page
              tokenUrl: https://example.com/token
              refreshUrl: https://example.com/more
              scopes: {read: Read., write: Write.}
            implicit: {authorizationUrl: "https://example.com/page", scopes: {}}
        token: {type: http, scheme: bearer, bearerFormat: JWT}
        password: {type: http, scheme: basic}
        digest: {type: http, scheme: digest}
        connect: {type: openIdConnect, openIdConnectUrl: "https://example.com/openid"}
        certificate: {type: mutualTLS}
    x-audience: all
    """

  /// OpenAPI 3.0: converted, it stays what it is.
  static let v3_0 = """
    openapi: 3.0.4
    info: {title: Shop, version: "2", license: {name: MIT, url: "https://example.com/mit"}}
    paths:
      /pets:
        post:
          operationId: addPet
          requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}, example: {id: 1}}}}
          responses: {default: {description: Any.}}
    components:
      schemas:
        Pet:
          type: object
          properties:
            id: {type: integer, nullable: true, example: 1}
            size: {type: number, minimum: 0, exclusiveMinimum: true, maximum: 9}
            same: {description: Another one., allOf: [{$ref: "#/components/schemas/Pet"}]}
            kind: {type: string, enum: [dog, cat], default: dog}
          additionalProperties: false
          externalDocs: {url: "https://example.com/pet"}
          xml: {name: pet}
          x-table: pets
    """

  /// What OpenAPI 3.2 adds.
  static let v3_2 = """
    openapi: 3.2.0
    $self: https://example.com/shop
    info: {title: Shop, version: "2"}
    servers: [{url: "https://example.com/v1", name: live}]
    tags:
    - {name: a, summary: The A, parent: b, kind: nav}
    - {name: b}
    paths:
      /search:
        query:
          operationId: search
          parameters:
          - name: q
            in: querystring
            content: {application/x-www-form-urlencoded: {schema: {type: object, properties: {text: {type: string}}}}}
          - {name: jar, in: cookie, style: cookie, schema: {type: string}}
          responses:
            "200":
              summary: Found
              description: What was found.
              content:
                text/event-stream:
                  itemSchema:
                    type: object
                    properties:
                      event: {const: hit}
                      data: {type: string, contentMediaType: application/json, contentSchema: {$ref: "#/components/schemas/Hit"}}
                application/jsonl: {itemSchema: {$ref: "#/components/schemas/Hit"}}
                multipart/mixed: {schema: {type: array, items: {}}, itemEncoding: {contentType: image/png}}
        additionalOperations: {COPY: {operationId: copy, responses: {"200": {description: Copied.}}}}
      /json:
        get:
          operationId: json
          parameters: [{name: all, in: querystring, content: {application/json: {schema: {type: array, items: {type: string}}}}}]
          responses: {"200": {description: Ok.}}
    components:
      schemas:
        Hit:
          type: object
          properties: {kind: {type: string}, n: {type: integer, xml: {nodeType: attribute}}, t: {type: string, xml: {nodeType: text}}}
          oneOf: [{$ref: "#/components/schemas/Good"}, {$ref: "#/components/schemas/Other"}]
          discriminator: {propertyName: kind, mapping: {good: Good}, defaultMapping: Other}
        Good: {type: object, properties: {kind: {const: good}}}
        Other: {type: object, properties: {kind: {type: string}}}
      securitySchemes:
        login:
          type: oauth2
          deprecated: true
          oauth2MetadataUrl: https://example.com/meta
          flows:
            deviceAuthorization: {deviceAuthorizationUrl: "https://example.com/d", tokenUrl: "https://example.com/t", scopes: {}}
            password: {tokenUrl: "https://example.com/t", scopes: {}}
      mediaTypes: {spare: {schema: {type: string}}}
      parameters: {unused: {name: unused, in: query, schema: {type: string}}}
    """
}
