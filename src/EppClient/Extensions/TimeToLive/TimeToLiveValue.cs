using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using EppClient.Xml;

namespace EppClient.Extensions.TimeToLive;

/// <summary>The TTL of one type of record (RFC 9803).</summary>
[EppType(EppNamespaces.TimeToLive, "commandTTLType")]
public sealed partial record TimeToLiveValue
{
    /// <summary>Sets a TTL, or takes it back.</summary>
    /// <param name="recordType">The type of record.</param>
    /// <param name="seconds">The number of seconds; null for the default of the server.</param>
    [SetsRequiredMembers]
    public TimeToLiveValue(TimeToLiveRecordType recordType, int? seconds) =>
        (RecordType, Text) = (recordType, seconds?.ToString(CultureInfo.InvariantCulture) ?? string.Empty);

    /// <summary>The number of seconds; null for the default of the server.</summary>
    public int? Seconds => int.TryParse(Text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : null;
}
