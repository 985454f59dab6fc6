using EppClient.Xml;

namespace EppClient.Dk.Testing.Wire;

/// <summary>What the registry keeps for a session: who logged in, which version is spoken, and how often it erred.</summary>
internal sealed class DkSession(EppXmlDialect dialect)
{
    private const int ErrorLimit = 3;

    private readonly Dictionary<int, int> _errors = [];

    /// <summary>The service user; null before the login.</summary>
    public string? User { get; set; }

    public EppXmlDialect Dialect { get; set; } = dialect;

    /// <summary>Counts an answer. "Of the same type" is nowhere defined; here it is the same code.</summary>
    /// <returns>Whether this is the last answer of the session.</returns>
    public bool CountsAsLast(int code)
    {
        if (code < 2000)
        {
            return false;
        }

        _errors[code] = _errors.GetValueOrDefault(code) + 1;
        return _errors[code] >= ErrorLimit;
    }
}
