using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace EppClient;

/// <summary>Reads and writes the content of a store's file.</summary>
internal static class PendingActionFile
{
    private static readonly JsonWriterOptions Options = new() { Indented = true };

    public static ReadOnlySpan<byte> Write(IEnumerable<EppPendingActionRecord> records)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(output, Options))
        {
            json.WriteStartArray();
            foreach (var record in records)
            {
                json.WriteStartObject();
                json.WriteString("clTRID"u8, record.ClientTransactionId);
                json.WriteString("svTRID"u8, record.ServerTransactionId);
                json.WriteString("command"u8, record.Command);
                json.WriteString("subject"u8, record.Subject);
                json.WriteString("sent"u8, record.SentAt.ToString("O", CultureInfo.InvariantCulture));
                json.WriteString("due"u8, record.DueAt.ToString("O", CultureInfo.InvariantCulture));
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        return output.WrittenSpan;
    }

    public static OrderedDictionary<string, EppPendingActionRecord> Read(string path, ReadOnlyMemory<byte> content)
    {
        try
        {
            var records = new OrderedDictionary<string, EppPendingActionRecord>(StringComparer.Ordinal);
            using var document = JsonDocument.Parse(content);
            foreach (var item in document.RootElement.EnumerateArray())
            {
                var record = Read(item);
                records[record.ClientTransactionId] = record;
            }

            return records;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException($"The file {path} is not a store of pending actions, or is damaged. Keep a copy, inspect it, and start with a new file.", e);
        }
    }

    private static EppPendingActionRecord Read(JsonElement item) => new()
    {
        ClientTransactionId = Text(item, "clTRID"),
        ServerTransactionId = item.GetProperty("svTRID"u8).GetString(),
        Command = Text(item, "command"),
        Subject = Text(item, "subject"),
        SentAt = item.GetProperty("sent"u8).GetDateTimeOffset(),
        DueAt = item.GetProperty("due"u8).GetDateTimeOffset(),
    };

    private static string Text(JsonElement item, string name) => item.GetProperty(name).GetString() ?? throw new FormatException($"{name} is null.");
}
