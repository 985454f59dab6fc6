namespace EppClient.Diagnostics;

internal static class LogCategories
{
    public const string Transport = "EppClient.Transport";
    public const string Session = "EppClient.Session";
    public const string Pool = "EppClient.Pool";
    public const string Wire = "EppClient.Wire";
    public const string Command = "EppClient.Command";
    public const string Polling = "EppClient.Polling";
    public const string Bulk = "EppClient.Bulk";
}
