using EppClient.Xml;

namespace EppClient.Extensions;

/// <summary>Checks for trademark claims, for trademarks, or whether a domain name is available in a launch phase (RFC 8334, section 3.1).</summary>
[EppElement(EppNamespaces.Launch, "check")]
public sealed partial record LaunchCheck;

/// <summary>The domain names of a check that match trademarks, and where their claims notices are (RFC 8334, section 3.1).</summary>
[EppElement(EppNamespaces.Launch, "chkData")]
public sealed partial record LaunchCheckResult;

/// <summary>Reads an application, or a registration made in a launch phase (RFC 8334, section 3.2).</summary>
[EppElement(EppNamespaces.Launch, "info")]
public sealed partial record LaunchInfo;

/// <summary>
/// An application, or a registration made in a launch phase, in the response to an info command or in a poll message (RFC 8334, section 3.2).
/// </summary>
[EppElement(EppNamespaces.Launch, "infData")]
public sealed partial record LaunchInfoResult;

/// <summary>Applies for or registers a domain name in a launch phase (RFC 8334, section 3.3).</summary>
[EppElement(EppNamespaces.Launch, "create")]
public sealed partial record LaunchCreate;

/// <summary>The application that was created (RFC 8334, section 3.3).</summary>
[EppElement(EppNamespaces.Launch, "creData")]
public sealed partial record LaunchCreateResult;

/// <summary>The application that a domain update changes (RFC 8334, section 3.4).</summary>
[EppElement(EppNamespaces.Launch, "update")]
public sealed partial record LaunchUpdate;

/// <summary>The application that a domain delete withdraws (RFC 8334, section 3.5).</summary>
[EppElement(EppNamespaces.Launch, "delete")]
public sealed partial record LaunchDelete;
