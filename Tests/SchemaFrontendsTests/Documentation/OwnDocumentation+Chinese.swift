extension OwnDocumentation {
  /// A page of ShowDoc: captions as headings, values as items of lists.
  static let showdoc = #"""
    ##### 简要描述

    - 文本向量化接口，兼容 OpenAI 格式

    ##### 请求URL
    - ` https://api.relay.example/v1/embeddings `

    ##### 请求方式
    - POST

    ##### 请求头

    |参数名|是否必须|示例值|说明|
    |:---- |:---|:----- |----- |
    |Authorization |是 |Bearer sk-xxx |令牌 |
    |X-Trace-Id |否 |a1b2 |链路追踪 |

    ##### 参数

    |参数名|必选|类型|说明|
    |:----    |:---|:----- |-----   |
    |model |是  |string |模型名称   |
    |input |是  |array[string] | 待向量化的文本    |
    |encoding_format     |否  |string | 编码格式，可选 float、base64，默认为 float    |
    |dimensions     |否  |int | 向量维度    |

    ##### 请求示例

    ```json
    {
      "model": "text-embedding-3-small",
      "input": ["你好"], // 可以是多个
      "encoding_format": "float",
    }
    ```

    ##### 返回示例

    ``` 
      {
        "object": "list",
        "data": [
          {"object": "embedding", "index": 0, "embedding": [0.1, -0.2, ...]}
        ],
        "model": "text-embedding-3-small",
        "usage": {"prompt_tokens": 2, "total_tokens": 2}
      }
    ```

    ##### 返回参数说明

    |参数名|类型|说明|
    |:-----  |:-----|-----                           |
    |object |string   |固定为 list  |
    |data |array   |向量列表  |
    |data[].index |int   |序号  |
    |data[].embedding |array[number]   |向量  |
    |usage |object   |用量  |
    |usage.prompt_tokens |int   |提示词用量  |

    ##### 备注

    - 更多返回错误代码请看首页的错误代码描述
    """#

  /// A page of Yuque: facts in a table, comments in the response.
  static let yuque = #"""
    # 视频生成

    <a name="abc12"></a>
    ## 接口说明
    提交一个视频生成任务，异步返回。

    | 项目 | 内容 |
    | --- | --- |
    | 请求地址 | https://api.relay.example/v1/video/generations |
    | 请求方式 | POST |
    | Content-Type | application/json |

    <a name="def34"></a>
    ## 请求参数

    | **参数** | **类型** | **是否必填** | **说明** |
    | --- | --- | --- | --- |
    | model | String | 是 | 模型<br />可选值：`kling-v1`、`kling-v1-5` |
    | prompt | String | 是 | 正向提示词，不能超过2500个字符 |
    | duration | Int | 否 | 时长，单位秒 |
    | cfg_scale | Float | 否 | 自由度，取值范围：[0, 1] |
    | camera_control | Object | 否 | 镜头控制 |
    | camera_control.type | String | 否 | 类型 |
    | camera_control.config | Object | 否 | |
    | camera_control.config.horizontal | Float | 否 | 水平 |
    | images | List<String> | 否 | 参考图 |

    ## 返回结果
    ```json
    {
        "code": 0, //错误码；具体定义错误码
        "message": "string", //错误信息
        "request_id": "string", //请求ID，系统生成
        "data":{
            "task_id": "string", //任务ID
            "task_status": "string", //任务状态，枚举值：submitted、processing、succeed、failed
            "created_at": 1722769557708 //任务创建时间
        }
    }
    ```
    """#

  /// What a PDF file has: columns between spaces.
  static let printed = #"""
    3.2 查询余额

    接口地址：/v1/dashboard/balance
    请求方式：GET
    数据格式：JSON

    请求参数
    参数名      类型      必填   说明
    user_id     string    是     用户编号
    currency    string    否     币种，默认 USD

    返回示例
    {
      "code": 0,
      "data": { "balance": 12.5, "currency": "USD" }
    }
                                       第 12 页 共 40 页
    3.3 兑换
    接口地址：/v1/dashboard/redeem
    请求方式：POST
    请求参数
    参数名      类型      必填   说明
    key     string    是     兑换码
    返回示例
    {
      "code": 0, "data": null
    }
    """#

  /// An export of YApi: tables in HTML.
  static let yapi = #"""
    # 绘图接口

    ## 提交绘图任务
    <a id=提交绘图任务> </a>
    ### 基本信息

    **Path：** /mj/submit/imagine

    **Method：** POST

    **接口描述：**
    <p>提交一个绘图任务</p>


    ### 请求参数
    **Headers**

    | 参数名称  | 参数值  |  是否必须 | 示例  | 备注  |
    | ------------ | ------------ | ------------ | ------------ | ------------ |
    | Content-Type  |  application/json | 是  |   |   |
    | X-Mode  |  fast | 否  | fast  | 模式  |
    **Body**

    <table>
      <thead class="ant-table-thead">
        <tr>
          <th key=name>名称</th><th key=type>类型</th><th key=required>是否必须</th><th key=default>默认值</th><th key=desc>备注</th><th key=sub>其他信息</th>
        </tr>
      </thead><tbody className="ant-table-tbody"><tr key=0-0><td key=0><span style="padding-left: 0px"><span style="color: #8c8a8a"></span> prompt</span></td><td key=1><span>string</span></td><td key=2>必须</td><td key=3></td><td key=4><span style="white-space: pre-wrap">提示词</span></td><td key=5></td></tr><tr key=0-1><td key=0><span style="padding-left: 0px"><span style="color: #8c8a8a"></span> base64Array</span></td><td key=1><span>string []</span></td><td key=2>非必须</td><td key=3></td><td key=4><span style="white-space: pre-wrap">垫图</span></td><td key=5><p key=3><span style="font-weight: '700'">item 类型: </span><span>string</span></p></td></tr><tr key=0-2><td key=0><span style="padding-left: 0px"><span style="color: #8c8a8a"></span> accountFilter</span></td><td key=1><span>object</span></td><td key=2>非必须</td><td key=3></td><td key=4><span style="white-space: pre-wrap">账号</span></td><td key=5></td></tr><tr key=0-2-0><td key=0><span style="padding-left: 20px"><span style="color: #8c8a8a">├─</span> channelId</span></td><td key=1><span>string</span></td><td key=2>非必须</td><td key=3></td><td key=4><span style="white-space: pre-wrap">频道</span></td><td key=5></td></tr><tr key=0-2-1><td key=0><span style="padding-left: 20px"><span style="color: #8c8a8a">├─</span> remix</span></td><td key=1><span>boolean</span></td><td key=2>必须</td><td key=3>false</td><td key=4><span style="white-space: pre-wrap"></span></td><td key=5></td></tr>
                   </tbody>
                  </table>

    ### 返回数据

    <table>
      <thead class="ant-table-thead">
        <tr>
          <th key=name>名称</th><th key=type>类型</th><th key=required>是否必须</th><th key=default>默认值</th><th key=desc>备注</th><th key=sub>其他信息</th>
        </tr>
      </thead><tbody className="ant-table-tbody"><tr key=0-0><td key=0><span style="padding-left: 0px"><span style="color: #8c8a8a"></span> code</span></td><td key=1><span>number</span></td><td key=2>必须</td><td key=3></td><td key=4><span style="white-space: pre-wrap">状态码</span></td><td key=5></td></tr><tr key=0-1><td key=0><span style="padding-left: 0px"><span style="color: #8c8a8a"></span> result</span></td><td key=1><span>string</span></td><td key=2>非必须</td><td key=3></td><td key=4><span style="white-space: pre-wrap">任务ID</span></td><td key=5></td></tr>
                   </tbody>
                  </table>

    ## 查询任务
    <a id=查询任务> </a>
    ### 基本信息

    **Path：** /mj/task/:id/fetch

    **Method：** GET

    **接口描述：**


    ### 请求参数
    **路径参数**
    | 参数名称 | 示例  | 备注  |
    | ------------ | ------------ | ------------ |
    | id |  14001934816969359 |  任务ID |
    **Query**

    | 参数名称  |  是否必须 | 示例  | 备注  |
    | ------------ | ------------ | ------------ | ------------ |
    | verbose | 否  |  true |  是否详细 |

    ### 返回数据

    ```javascript
    {
       "id": "14001934816969359",
       "progress": "100%",
       "failReason": null
    }
    ```
    """#
}
