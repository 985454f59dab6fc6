namespace EppClient.SchemaGenerator.Schema;

/// <summary>The ids of the generator's diagnostics; <c>Diagnostics</c> turns them into text.</summary>
internal static class IssueIds
{
    public const string SchemaDoesNotCompile = "EPP1001";
    public const string UnsupportedConstruct = "EPP1002";
    public const string DroppedWithUnsupported = "EPP1003";
    public const string UnknownPlacement = "EPP1004";
    public const string OverlayDoesNotFit = "EPP1005";
    public const string OlderVersionWithoutNewest = "EPP1006";
    public const string UncheckedPattern = "EPP1007";
    public const string UnknownComponent = "EPP1101";
    public const string SecondAnchor = "EPP1102";
    public const string WrongKindOfAnchor = "EPP1103";
}
