using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using EppClient.Xml;

namespace EppClient.Extensions;

/// <summary>The TTL values of a domain name or host that is being created (RFC 9803, section 2).</summary>
[EppElement(EppNamespaces.TimeToLive, "create")]
public sealed partial record TimeToLiveCreate;

/// <summary>Requests the TTL values of a domain name or host (RFC 9803, section 2).</summary>
[EppElement(EppNamespaces.TimeToLive, "info")]
public sealed partial record TimeToLiveInfo;

/// <summary>The TTL values of a domain name or host, with the policy of the server if it was requested (RFC 9803, section 2).</summary>
[EppElement(EppNamespaces.TimeToLive, "infData")]
public sealed partial record TimeToLiveInfoResult;

/// <summary>Changes the TTL values of a domain name or host (RFC 9803, section 2).</summary>
[EppElement(EppNamespaces.TimeToLive, "update")]
public sealed partial record TimeToLiveUpdate;

/// <summary>The TTL of one type of record (RFC 9803).</summary>
[EppType(EppNamespaces.TimeToLive, "commandTTLType")]
public sealed partial record TimeToLiveValue
{
    /// <summary>Creates a value that sets a TTL or resets it to the default.</summary>
    /// <param name="recordType">The type of record.</param>
    /// <param name="seconds">The number of seconds; null for the default of the server.</param>
    [SetsRequiredMembers]
    public TimeToLiveValue(TimeToLiveRecordType recordType, int? seconds) =>
        (RecordType, Text) = (recordType, seconds?.ToString(CultureInfo.InvariantCulture) ?? string.Empty);

    /// <summary>The number of seconds; null for the default of the server.</summary>
    public int? Seconds => int.TryParse(Text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : null;
}

/// <summary>The TTL of one type of record, with the policy of the server (RFC 9803).</summary>
[EppType(EppNamespaces.TimeToLive, "responseTTLType")]
public sealed partial record TimeToLivePolicyValue
{
    /// <summary>The number of seconds; null if the default of the server is used.</summary>
    public int? Seconds => int.TryParse(Text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : null;
}
