// Lower case: in the texts these are a reader's variables.
#pragma warning disable IDE1006, CA1708
namespace EppClient.PackageTests.Snippets;

/// <summary>Names that code in texts can use without declaring them, because the surrounding text explains them.</summary>
internal static class Prelude
{
    /// <summary>The password of the account.</summary>
    public static string secret => string.Empty;

    /// <summary>The pool of the preceding snippets.</summary>
    public static EppSessionPool pool => throw new NotSupportedException();

    /// <summary>A received message, without its length header.</summary>
    public static ReadOnlyMemory<byte> frame => default;

    /// <summary>The service of a test server.</summary>
    public static EppClient.Testing.Server.IEppService service => throw new NotSupportedException();

    public static CancellationToken cancellationToken => default;
}
