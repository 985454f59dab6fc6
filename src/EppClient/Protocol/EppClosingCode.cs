namespace EppClient.Protocol;

/// <summary>What one closing code of a registry stands for.</summary>
/// <param name="Code">The closing code, such as 2503.</param>
/// <param name="Original">The code that the registry made it of, such as 2303.</param>
/// <param name="Text">How the text of the result begins, whatever the case.</param>
public sealed record EppClosingCode(EppResultCode Code, EppResultCode Original, string Text);
