using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace EppClient.Recovery;

/// <summary>Reads and writes a line of a journal's file.</summary>
internal static class JournalLine
{
    private const byte LineFeed = (byte)'\n';

    // It escapes line breaks; characters that are unsafe in a web page are safe in a file.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The start of both kinds of lines, which distinguishes another kind of file from a truncated line.</summary>
    public static ReadOnlySpan<byte> Start => "{\"se"u8;

    public static void WriteRecord(ArrayBufferWriter<byte> output, EppJournalRecord record)
    {
        using (var json = new Utf8JsonWriter(output, Options))
        {
            json.WriteStartObject();
            json.WriteString("sent"u8, record.Id);
            json.WriteString("account"u8, record.Account);
            json.WriteString("clTRID"u8, record.ClientTransactionId);
            json.WriteString("at"u8, record.WrittenAt.ToString("O", CultureInfo.InvariantCulture));
            if (record.RegistryTime is { } registryTime)
            {
                json.WriteString("registry"u8, registryTime.ToString("O", CultureInfo.InvariantCulture));
            }

            json.WriteString("command"u8, record.Command);
            json.WriteString("message"u8, record.Message.Span);
            json.WriteEndObject();
        }

        output.Write([LineFeed]);
    }

    public static void WriteCompleted(ArrayBufferWriter<byte> output, string id)
    {
        using (var json = new Utf8JsonWriter(output, Options))
        {
            json.WriteStartObject();
            json.WriteString("settled"u8, id);
            json.WriteEndObject();
        }

        output.Write([LineFeed]);
    }

    /// <summary>Reads a line and updates the incomplete records.</summary>
    /// <returns>False if it is not a line of a journal.</returns>
    public static bool TryRead(ReadOnlyMemory<byte> line, OrderedDictionary<string, EppJournalRecord> indeterminate)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            if (root.TryGetProperty("settled"u8, out var settled))
            {
                indeterminate.Remove(settled.GetString()!);
                return true;
            }

            var record = new EppJournalRecord
            {
                Id = root.GetProperty("sent"u8).GetString()!,
                Account = root.GetProperty("account"u8).GetString()!,
                ClientTransactionId = root.GetProperty("clTRID"u8).GetString()!,
                WrittenAt = root.GetProperty("at"u8).GetDateTimeOffset(),
                RegistryTime = root.TryGetProperty("registry"u8, out var registryTime) ? registryTime.GetDateTimeOffset() : null,
                Command = root.GetProperty("command"u8).GetString()!,
                Message = Encoding.UTF8.GetBytes(root.GetProperty("message"u8).GetString()!),
            };
            indeterminate[record.Id] = record;
            return true;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return false;
        }
    }
}

/// <summary>An entry to write to a journal's file, or a query for the incomplete records.</summary>
internal sealed class JournalEntry
{
    private readonly TaskCompletionSource _written = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private JournalEntry()
    {
    }

    /// <summary>The record to write, if any.</summary>
    public EppJournalRecord? Record { get; private init; }

    /// <summary>The id of the completed record, if any.</summary>
    public string? CompletedId { get; private init; }

    /// <summary>The result of the query.</summary>
    public IReadOnlyList<EppJournalRecord> Incomplete { get; private set; } = [];

    /// <summary>Completes when the record is on disk, or the result of the query is available.</summary>
    public Task Written => _written.Task;

    public static JournalEntry Recorded(EppJournalRecord record) => new() { Record = record };

    public static JournalEntry Completed(string id) => new() { CompletedId = id };

    public static JournalEntry Query() => new();

    public void Complete(IReadOnlyCollection<EppJournalRecord> indeterminate)
    {
        if (Record is null && CompletedId is null)
        {
            Incomplete = [.. indeterminate];
        }

        _written.TrySetResult();
    }

    public void Fail(Exception failure) => _written.TrySetException(failure);
}
