/// Pages in the style of those that are found, written for the tests.
enum OwnPages {
  /// All of them.
  static let all = [chinese, englishGlued, chineseOld, englishOld, severalBodies, named, gluedAndEscaped, arrays]

  /// New layout: parameters of all kinds, counts, bounds, two examples, three responses; lines end as on Windows.
  static let chinese = #"""
    API文档
      1. 用户
    API文档
      • 用户
        • 创建用户
          POST
        • 查询用户
          GET
      1. 用户

    创建用户
    开发中
    POST
    /api/v2/users/{tenant_id}
    创建一个用户。返回 Location 头。

    请求参数

    Path 参数
    tenant_id
    string\#u{A0}
    租户
    必需
    示例值:
    t_01

    Query 参数
    dry_run
    boolean\#u{A0}
    可选
    是否只校验
    默认值:
    false
    fields
    array[string]\#u{A0}
    可选
    返回字段
    示例值:
    ["id","name"]

    Header 参数
    X-Request-Id
    string <uuid>\#u{A0}
    可选

    Body 参数application/json必填
    name
    string\#u{A0}
    姓名
    必需
    <= 64 字符
    profile
    object {3}\#u{A0}
    必需
    档案
    gender
    enum<string>\#u{A0}
    性别
    可选
    枚举值:
    male
    female
    unknown
    birthday
    string <date>\#u{A0}
    可选
    address
    object {2}\#u{A0}
    可选
    city
    string\#u{A0}
    必需
    zip
    string | null\#u{A0}
    可选
    tags
    array [object {2}]\#u{A0}
    可选
    key
    string\#u{A0}
    必需
    value
    string\#u{A0}
    必需
    age
    integer <int32>\#u{A0}
    可选
    >= 0
    <= 150
    默认值:
    18

    示例1
    普通用户
    {
      "name": "张三",
      "profile": {"gender": "male", "birthday": "2001-02-03", "address": {"city": "上海", "zip": null}},
      "tags": [{"key": "vip", "value": "1"}],
      "age": 20
    }
    示例2
    最少
    {
      "name": "李四",
      "profile": {}
    }

    请求示例代码

    Shell
    JavaScript
    cURL
    curl --location --request POST 'https://api.example.cn/api/v2/users/t_01?dry_run=false' \
    --header 'X-Request-Id: 7e57d004-2b97-0e7a-b45f-5387367791cd' \
    --header 'Content-Type: application/json' \
    --data-raw '{
      "name": "张三",
      "profile": {}
    }'

    返回响应

    🟢201创建成功
    application/json
    Body
    id
    string\#u{A0}
    必需
    created_at
    string <date-time>\#u{A0}
    必需
    示例
    {
      "id": "u_1",
      "created_at": "2024-01-01T00:00:00Z"
    }
    🟠409冲突
    application/json
    Body
    code
    integer\#u{A0}
    必需
    message
    string\#u{A0}
    必需
    示例
    {
      "code": 40901,
      "message": "重复"
    }
    🔴500服务器错误
    text/plain
    修改于 2024-05-06 07:08:09
    上一页
    查询用户
    下一页
    删除用户
    Built with

    """#.replacing("\n", with: "\r\n")

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

  /// Old layout: tabs, spaces that do not break, full-width colons, a form, two responses.
  static let chineseOld = #"""
    视频
    \#t• 提交视频任务
    \#t\#tPOST
    提交视频任务
    POST
    /v1/video/generations请求参数
    Header\#u{A0}参数
    Authorization
    string
    可选
    示例值：
    Bearer {{YOUR_API_KEY}}
    Body 参数 multipart/form-data
    model
    string
    模型
    枚举值：
    kling-v1
    kling-v1-6
    默认值：kling-v1
    示例值：
    kling-v1
    image
    file
    参考图
    必需
    示例值：
    file://a.png
    duration
    integer
    时长（秒）
    示例值：
    5
    cfg_scale
    number
    可选
    自由度，取值范围：[0, 1]
    示例
    未设置
    示例代码
    Shell
    curl --location --request POST 'https://h.example/v1/video/generations' \
    --header 'Authorization: Bearer {{YOUR_API_KEY}}' \
    --form 'model="kling-v1"' \
    --form 'image=@"/a.png"' \
    --form 'duration="5"'
    返回响应
    成功(200)
    参数错误(400)
    HTTP 状态码: 200
    内容格式: JSONapplication/json
    数据结构
    code
    integer
    必需
    0 为成功
    data
    object
    必需
    task_id
    string
    必需
    task_status
    string
    枚举值：
    submitted
    processing
    succeed
    failed
    videos
    array [object]
    url
    string
    必需
    duration
    string
    示例
    {
    \#t"code": 0,
    \#t"data": {
    \#t\#t"task_id": "abc",
    \#t\#t"task_status": "submitted",
    \#t\#t"videos": [{"url": "https://v/1.mp4", "duration": "5.1"}]
    \#t}
    }
    HTTP 状态码: 400
    内容格式: JSONapplication/json
    数据结构
    code
    integer
    message
    string
    示例
    {
    "code": 1001,
    "message": "bad"
    }
    最后修改时间：1 年前

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

  /// Models named in parentheses, explained values, maps, a stream.
  static let named = #"""
    对话
    /对话补全
    对话补全
    POST
    /v1/chat/completions
    https://api.x.cn/v1/chat/completions
    兼容 OpenAI。
     开始时间⏎
    请求参数
    Authorization
    在 Header 添加参数
    Authorization
    ，其值为 Bearer 之后拼接 Token
    示例：
    Authorization: Bearer ********************
    Header 参数
    Content-Type
    string
    必需
    示例值:
    application/json
    Body 参数application/json必填
    model
    string
    必需
    模型
    枚举值:
    gpt-4o、gpt-4o-mini
    messages
    array[object (Message) {2}]
    必需
    role
    enum<string>
    必需
    枚举值:
    system
    系统
    user
    用户
    assistant
    助手
    content
    string
    必需
    tools
    array [object {2}]
    可选
    type
    string
    必需
    默认值:
    function
    function
    object {3}
    必需
    name
    string
    必需
    description
    string
    可选
    parameters
    object
    可选
    JSON Schema
    stop
    array[string] | string | null
    可选
    n
    integer
    可选
    >= 1
    <= 128
    默认值:
    1
    logit_bias
    map[string, integer]
    可选
    user
    string
    可选
    <= 64 字符
    示例
    {
        "model": "gpt-4o",
        "messages": [
            {
                "role": "user",
                "content": "hi"
            }
        ],
        "tools": [{"type": "function", "function": {"name": "f", "parameters": {"type": "object", "properties": {}}}}],
        "stop": null
    }
    返回响应
    🟢200成功
    text/event-stream
    Body
    id
    string
    必需
    choices
    array [object {2}]
    必需
    delta
    object {1}
    必需
    content
    string
    必需
    index
    integer
    必需
    示例
    data: {"id":"1","choices":[{"delta":{"content":"a"},"index":0}]}

    data: {"id":"1","choices":[{"delta":{"content":"b"},"index":0}]}

    data: [DONE]
    🔴429限流
    application/json
    Body
    message
    string
    必需

    """#

  /// Everything on a few lines, quotes escaped.
  static let gluedAndEscaped = #"""
    # 图片编辑 / Edit

    编辑一张图片。支持 &lt;mask&gt;。

    POST /v1/images/edits

    ## 请求参数
    Header 参数生成代码Authorizationstring 必需示例:Bearer sk-xxxContent-Typestring 必需示例:multipart/form-dataBody 参数multipart/form-data生成代码imagefile 必需要编辑的图片promptstring 必需提示词，最大长度为1000个字符。示例值:画一只猫sizeenum<string> 可选枚举值:256x256512x5121024x1024默认值:1024x1024ninteger 可选默认值:1
    ## 返回响应
    🟢200成功application/json生成代码Body生成代码createdinteger 必需dataarray [object {1}] 必需urlstring 必需🟠400请求错误application/json生成代码Bodyerrorobject {2} 必需codestring 必需messagestring 可选
    请求示例请求示例ShellJavaScript
    ```
    curl --location --request POST &#x27;https://h.example/v1/images/edits&#x27; \
    --header &#x27;Authorization: Bearer sk-xxx&#x27; \
    --form &#x27;image=@&quot;&quot;&#x27; \
    --form &#x27;prompt=&quot;画一只猫&quot;&#x27;
    ```
    响应示例响应示例
    ```
    {
        &quot;created&quot;: 1589478378,
        &quot;data&quot;: [{&quot;url&quot;: &quot;https://…&quot;}]
    }
    ```

    """#

  /// An array at the root, and one within it.
  static let arrays = #"""
    列出标签
    GET
    /v1/tags

    请求参数
    无
    返回响应
    🟢 200 OK
    application/json
    Body
    array [object {3}]
    id
    integer <int64>
    必需
    name
    string
    必需
    children
    array [object {2}]
    可选
    id
    integer
    必需
    name
    string
    必需
    示例
    [
      {"id": 1, "name": "a", "children": [{"id": 2, "name": "b"}]},
      {"id": 3, "name": "c"}
    ]
    🟠 401 没有权限
    application/json
    Body
    object {0}

    """#
}
