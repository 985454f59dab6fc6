namespace EppClient.SchemaGenerator.Schema;

/// <summary>The ids of the generator's diagnostics; <c>Diagnostics</c> has their texts.</summary>
internal static class IssueIds
{
    public const string SchemaDoesNotCompile = "EPP1001";
    public const string UnsupportedConstruct = "EPP1002";
    public const string UnknownPlacement = "EPP1004";
    public const string OverlayDoesNotFit = "EPP1005";
    public const string OlderVersionWithoutNewest = "EPP1006";
    public const string ComponentLeftOut = "EPP1007";
    public const string ComponentDiffers = "EPP1008";
    public const string IncludedFileMissing = "EPP1009";
    public const string RedefinitionDoesNotFit = "EPP1010";
    public const string CopyDiffers = "EPP1011";
    public const string SecondTypeOfName = "EPP1012";
    public const string UncheckedPattern = "EPP1013";
    public const string TextAfterRoot = "EPP1014";
    public const string UnknownComponent = "EPP1101";
    public const string SecondDeclaration = "EPP1102";
    public const string WrongKindOfDeclaration = "EPP1103";
}
