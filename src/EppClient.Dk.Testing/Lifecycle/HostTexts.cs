namespace EppClient.Dk.Testing.Lifecycle;

/// <summary>The literal texts of messages about hosts that waited for a decision.</summary>
internal static class HostTexts
{
    public static string RegisteredByRegistrant(EppDomainName host) => $"The name server {host} has been registered, as the registrant has approved it";

    public static string RegisteredByBoth(EppDomainName host, string manager) =>
        $"The name server {host} has been registered, as the registrant has approved it and {manager} has accepted the name server manager role";

    public static string RegisteredByManager(EppDomainName host, string manager) =>
        $"The name server {host} has been registered, as {manager} has accepted the name server manager role";

    public static string RejectedByRegistrant(EppDomainName host) => $"The name server {host} has not been registered, as it has been rejected by the registrant";

    public static string NotApprovedInTime(EppDomainName host) =>
        $"The name server {host} has not been registered, as it was not approved by the registrant in time";

    public static string RejectedByManager(EppDomainName host) =>
        $"The name server {host} has not been registered, as the name server manager role has been rejected";

    public static string NotAcceptedInTime(EppDomainName host) =>
        $"The name server {host} has not been registered, as the name server manager role was not accepted in time";

    public static string ManagerAccepted(EppDomainName host, string manager) => $"The name server manager role for {host} has been accepted by {manager}";

    public static string ManagerRejected(EppDomainName host, string manager) => $"The name server manager role for {host} has been rejected by {manager}";

    public static string ManagerNotAcceptedInTime(EppDomainName host, string manager) =>
        $"The name server manager role for {host} has not been accepted by {manager} in time";
}
