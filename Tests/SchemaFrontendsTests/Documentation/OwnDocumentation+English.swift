extension OwnDocumentation {
  /// A wiki with two endpoints, tables and commands.
  static let wiki = #"""
    # Images

    ## Create image

    Creates an image given a prompt.

    `POST /v1/images/generations`

    ### Request body

    | Parameter | Type | Required | Default | Description |
    |-----------|------|----------|---------|-------------|
    | `prompt` | string | **Yes** | - | A text description. Up to 1000 characters. |
    | `n` | integer | No | `1` | Between 1 and 10. |
    | `size` | string | No | `1024x1024` | One of `256x256`, `512x512`, `1024x1024`. |
    | `style.name` | string | Optional | | Name of the style |
    | `style.weights` | number[] | Optional | | Weights |

    ### Example request

    ```bash
    curl https://relay.example/v1/images/generations \
      -H "Authorization: Bearer $API_KEY" \
      -H "Content-Type: application/json" \
      -d '{
        "prompt": "A cute baby sea otter",
        "n": 2
      }'
    ```

    ### Response

    | Field | Type | Description |
    |---|---|---|
    | created | integer | Unix time |
    | data | array of objects | The images |
    | data[].url | string \| null | Where it is |

    ```json
    {
      "created": 1589478378,
      "data": [{"url": "https://x/1.png"}, ...]
    }
    ```

    ### Errors

    | Code | Meaning |
    |---|---|
    | 401 | Invalid key |
    | 429 | Rate limit |

    ## Delete image

    `DELETE /v1/images/{id}`

    ### Path parameters

    | Name | Type | Description |
    |---|---|---|
    | id | string | The image |

    ### Response

    ```json
    {"deleted": true}
    ```
    """#

  /// A page of Notion: check marks, and JSON with typographic punctuation.
  static let notion = #"""
    # Create transcription

    Created: March 3, 2024 10:00 AM
    Tags: audio

    **Endpoint:** `POST https://relay.example/v1/audio/transcriptions`

    ## Headers

    | Header | Value |
    | --- | --- |
    | Authorization | Bearer <token> |
    | Content-Type | multipart/form-data |

    ## Request Parameters

    | Name | Type | Required? | Description |
    | --- | --- | --- | --- |
    | file | file | ✅ | The audio file |
    | model | string | ✅ | `whisper-1` |
    | language | string | ❌ | ISO-639-1 |
    | temperature | float | ❌ | 0 to 1, defaults to 0 |

    ## Response

    `200 OK`

    ```json
    {
      “text”: “Imagine the wildest idea that you've ever had”，
      “duration”：8.47
    }
    ```
    """#

  /// A page with bold captions and an error response.
  static let taskPage = #"""
    # Query task

    Query the state of a task.

    ## Request

    **URL**: `https://relay.example/mj/task/{task_id}/fetch`

    **Method**: `GET`

    **Auth required**: YES

    ### Path Params

    | Param | Type | Required | Description |
    | :--- | :--- | :---: | :--- |
    | task_id | string | Y | Task id |

    ## Success Response

    **Code**: `200 OK`

    **Content example**

    ```json
    {
      "id": "1",
      "status": "SUCCESS", // NOT_START, SUBMITTED, IN_PROGRESS, FAILURE, SUCCESS
      "progress": "100%",
      /* time in ms */
      "submitTime": 1689231405854
    }
    ```

    | Field | Type | Description |
    | :--- | :--- | :--- |
    | status | enum | `NOT_START` `SUCCESS` `FAILURE` |

    ## Error Response

    **Code**: `404 NOT FOUND`

    ```json
    {"error": {"message": "task not found"}}
    ```
    """#

  /// Fields in lists.
  static let lists = #"""
    ## Chat Completions

    **POST** `/v1/chat/completions`

    ### Parameters

    - `model` (string, required) — ID of the model
    - `messages` (array, required) — The messages
      - `role` (string) — The role
      - `content` (string) — The text
    - `temperature` (number, optional, default: 1) — Between 0 and 2

    ### Response

    ```json
    {"id": "chatcmpl-1", "object": "chat.completion"}
    ```
    """#

  /// What a browser copies from Swagger UI.
  static let swaggerUI = #"""
    Relay API
     1.0.0 
    OAS3
    /openapi.json
    Servers

    https://relay.example
    chat


    POST
    /v1/chat/completions
    Create chat completion

    Creates a completion for the chat message.

    Parameters
    Try it out
    Name	Description
    X-Org
    string
    (header)
    The organisation

    Default value : main

    Request body

    application/json
    Example Value
    Schema
    {
      "model": "string",
      "messages": [
        {
          "role": "user",
          "content": "string"
        }
      ],
      "temperature": 0
    }
    Responses
    Code	Description	Links
    200	
    Successful Response

    Media type

    application/json
    Controls Accept header.
    Example Value
    Schema
    {
      "id": "string",
      "choices": [
        {
          "index": 0
        }
      ]
    }
    No links
    422	
    Validation Error

    Media type

    application/json
    Example Value
    Schema
    {
      "detail": [
        {
          "loc": [
            "string",
            0
          ],
          "msg": "string"
        }
      ]
    }
    No links

    GET
    /v1/models/{model}
    Get model

    Parameters
    Try it out
    Name	Description
    model *
    string
    (path)
    model
    limit
    integer
    (query)
    page size

    Default value : 20

    Responses
    Code	Description	Links
    200	
    OK
    No links
    """#

  /// What a browser copies from Postman's documentation.
  static let postman = #"""
    POST Create speech
    https://relay.example/v1/audio/speech
    Generates audio from the input text.

    AUTHORIZATION
    Bearer Token
    Token
    {{API_KEY}}
    HEADERS
    Content-Type
    application/json

    Body
    raw (json)
    json
    {
      "model": "tts-1",
      "input": "Hello",
      "voice": "alloy"
    }
    Example Request
    Create speech
    curl
    curl --location 'https://relay.example/v1/audio/speech' \
    --header 'Content-Type: application/json' \
    --data '{
      "model": "tts-1",
      "input": "Hello",
      "voice": "alloy"
    }'
    200 OK
    Example Response
    Body
    Headers (1)
    json
    {
      "url": "https://x/a.mp3"
    }
    """#
}
