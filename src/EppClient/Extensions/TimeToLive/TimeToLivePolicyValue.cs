using System.Globalization;
using EppClient.Xml;

namespace EppClient.Extensions.TimeToLive;

/// <summary>The TTL of one type of record, with the policy of the server (RFC 9803).</summary>
[EppType(EppNamespaces.TimeToLive, "responseTTLType")]
public sealed partial record TimeToLivePolicyValue
{
    /// <summary>The number of seconds; null where the default of the server is used.</summary>
    public int? Seconds => int.TryParse(Text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : null;
}
