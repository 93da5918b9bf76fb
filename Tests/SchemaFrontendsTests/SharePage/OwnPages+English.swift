/// Pages in English.
extension OwnPages {
  /// New layout in English, names and types glued, values of an enumeration glued.
  static let englishGlued = #"""
    # List orders

    GET

    https://api.shop.example/v1/orders

    Last modified:3 days ago

    Returns the orders of the shop, newest first.

    ## Request

    Query Params

    limitinteger

    optional

    How many orders to return.

    >= 1<= 100

    Default:20

    statusenum<string>

    optional

    Filter by status.

    Allowed values:pendingpaidshipped

    cursorstring

    optional

    Example:eyJpZCI6MX0

    Header Params

    Authorizationstring

    required

    Example:Bearer sk-xxx

    ## Responses

    \#u{E65B}🟢200Success

    application/json

    Bodyapplication/json

    dataarray [object {3}]

    required

    idstring

    required

    totalnumber

    required

    itemsarray [object {2}]

    optional

    skustring

    required

    quantityinteger

    required

    next_cursorstring | null

    optional

    Example

    {"data":[{"id":"o_1","total":12.5,"items":[{"sku":"A","quantity":2}]}],"next_cursor":null}

    🟠401Unauthorized

    application/json

    errorobject {2}

    required

    codestring

    required

    messagestring

    required

    Request Request Example
    Shell
    JavaScript
    Java
    Swift
    cURL
    ```
    curl --location --request GET 'https://api.shop.example/v1/orders?limit=20&status=paid' \
    --header 'Authorization: Bearer sk-xxx'
    ```
    Response Response Example
    200 - Example 1
    ```
    {"data":[],"next_cursor":null}
    ```
    Previous
    Create order
    Next
    Get order
    Built with

    """#

  /// Old layout in English.
  static let englishOld = #"""
    Get a task
    GET
    /mj/task/{id}/fetchRequest
    Path Params
    id
    string
    Task ID
    required
    Example:
    1320098173412546
    Header Params
    Authorization
    string
    optional
    Example:
    Bearer {{YOUR_API_KEY}}
    Request samples
    Shell
    JavaScript
    curl --location --request GET 'https://relay.example/mj/task/1320098173412546/fetch' \
    --header 'Authorization: Bearer {{YOUR_API_KEY}}'
    Responses
    Success(200)
    Not Found(404)
    HTTP Code: 200
    Content Type : JSONapplication/json
    Data Schema
    action
    enum<string>
    Task type
    required
    Allowed values:
    IMAGINE
    UPSCALE
    VARIATION
    finishTime
    integer <int64>
    optional
    progress
    string
    Progress
    Example:
    100%
    buttons
    array [object {3}]
    optional
    customId
    string
    required
    label
    string
    required
    type
    integer
    required
    properties
    object
    optional
    Example
    {
      "action": "IMAGINE",
      "finishTime": 0,
      "progress": "100%",
      "buttons": [{"customId": "MJ::JOB::upsample::1", "label": "U1", "type": 2}],
      "properties": {}
    }
    Last modified: 2 years ago
    Previous
    Submit imagine
    Next
    Get seed

    """#

  /// Two media types of one body, named examples.
  static let severalBodies = #"""
    Upload file
    POST
    /v1/files
    Request
    Authorization
    Add parameter
    Authorization
    to Headers
    Example:
    Authorization: Bearer ********************
    Body Params multipart/form-data
    purpose
    enum<string>
    required
    The intended purpose.
    Allowed values:
    assistants
    batch
    fine-tune
    file
    file
    required
    Body Params application/json
    url
    string <uri>
    required
    Responses
    🟢200Success
    application/json
    Body
    id
    string
    required
    bytes
    integer
    required
    >= 0
    created_at
    integer <int64>
    required
    status
    enum<string>
    optional
    Enum
    uploaded
    processed
    error
    status_details
    any
    optional
    meta
    object {2}
    optional
    owner
    object {1}
    required
    name
    string | null
    required
    labels
    object
    optional
    Examples
    200 - Success
    {
      "id": "file-1",
      "bytes": 120,
      "created_at": 1677610602,
      "status": "uploaded",
      "meta": {"owner": {"name": null}, "labels": {"a": "b"}}
    }
    200 - Empty
    {
      "id": "file-2",
      "bytes": 0,
      "created_at": 1
    }
    🟠413Too Large
    application/json
    Body
    error
    object {3}
    message
    string
    required
    code
    string | null
    required
    param
    string | null
    required
    Modified at 2024-11-05 08:09:10
    Previous
    List files
    Next
    Delete file
    Built with

    """#
}
