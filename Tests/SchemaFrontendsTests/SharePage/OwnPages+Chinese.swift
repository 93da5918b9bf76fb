/// Pages in Chinese.
extension OwnPages {
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
}
