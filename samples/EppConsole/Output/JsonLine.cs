using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace EppConsole.Output;

/// <summary>One JSON object on one line.</summary>
internal static class JsonLine
{
    // The text is for a terminal or a file, not for a web page: letters such as ø stay readable.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(IReadOnlyList<Field> fields)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            Write(writer, fields);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter writer, IReadOnlyList<Field> fields)
    {
        writer.WriteStartObject();
        foreach (var field in fields.Where(field => field.Value is not null))
        {
            writer.WritePropertyName(field.Name);
            Write(writer, field);
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, Field field)
    {
        switch (field.Value)
        {
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case int number:
                writer.WriteNumberValue(number);
                break;
            case ulong number:
                writer.WriteNumberValue(number);
                break;
            case decimal number:
                writer.WriteNumberValue(number);
                break;
            case IEnumerable<string> texts:
                writer.WriteStartArray();
                foreach (var text in texts)
                {
                    writer.WriteStringValue(text);
                }

                writer.WriteEndArray();
                break;
            case IReadOnlyList<Field> fields:
                Write(writer, fields);
                break;
            case IEnumerable<IReadOnlyList<Field>> objects:
                writer.WriteStartArray();
                foreach (var fields in objects)
                {
                    Write(writer, fields);
                }

                writer.WriteEndArray();
                break;
            default:
                writer.WriteStringValue(field.Text);
                break;
        }
    }
}
