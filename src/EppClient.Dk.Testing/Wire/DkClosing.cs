namespace EppClient.Dk.Testing.Wire;

/// <summary>The registry changes the last code of a session: the second digit becomes 5, so 1001 becomes 1501 and 2303 becomes 2503.</summary>
internal static class DkClosing
{
    public const string TooManyErrors = "; Disconnect due to too many errors";
    public const string Shutdown = "; Disconnect due to server shutdown";

    public static int CodeOf(int code) => (code / 1000 * 1000) + 500 + (code % 100);
}
