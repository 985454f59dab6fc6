using EppClient.Xml;

namespace EppClient.Extensions;

/// <summary>A step of restoring a deleted domain name, sent with a domain update that changes nothing (RFC 3915, section 4.2.5).</summary>
[EppElement(EppNamespaces.Rgp, "update")]
public sealed partial record RgpUpdate
{
    /// <summary>Requests the restore of the domain name.</summary>
    public static RgpUpdate Request { get; } = new(new RgpRestore { Operation = RgpRestoreOperation.Request });

    /// <summary>Sends the restore report.</summary>
    /// <param name="report">The report.</param>
    public static RgpUpdate Report(RgpRestoreReport report) => new(new RgpRestore { Operation = RgpRestoreOperation.Report, Report = report });
}

/// <summary>The grace periods of a domain name, in the response to a restore command (RFC 3915, section 4.2.5).</summary>
[EppElement(EppNamespaces.Rgp, "upData")]
public sealed partial record RgpUpdateResult;

/// <summary>The grace periods of a domain name, in the response to an info command (RFC 3915, section 4.1.2).</summary>
[EppElement(EppNamespaces.Rgp, "infData")]
public sealed partial record RgpInfoResult;
