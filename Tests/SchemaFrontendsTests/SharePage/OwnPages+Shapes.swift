/// Pages whose fields have shapes of their own.
extension OwnPages {
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
