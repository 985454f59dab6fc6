// Lower case: in the texts these are a reader's variables.
#pragma warning disable IDE1006, CA1708
namespace EppClient.PackageTests.Snippets;

/// <summary>Names that code in our texts may use without declaring them, because the text around it says what they are.</summary>
internal static class Prelude
{
    /// <summary>The password of the account.</summary>
    public static string secret => string.Empty;

    /// <summary>The pool of the snippets before.</summary>
    public static EppSessionPool pool => throw new NotSupportedException();

    /// <summary>A message as it came over the wire, without its length.</summary>
    public static ReadOnlyMemory<byte> frame => default;

    /// <summary>What answers in a test server.</summary>
    public static EppClient.Testing.Server.IEppService service => throw new NotSupportedException();

    public static CancellationToken cancellationToken => default;
}
