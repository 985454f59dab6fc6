using EppClient.Xml;

namespace EppClient.Dk.Testing.Wire;

/// <summary>The state of a session: the login, the version, and the errors.</summary>
internal sealed class DkSession(EppXmlDialect dialect)
{
    private const int ErrorLimit = 3;

    private readonly Dictionary<int, int> _errors = [];

    /// <summary>The service user; null before the login.</summary>
    public string? User { get; set; }

    /// <summary>The services that the client announced at login.</summary>
    public IReadOnlyList<string> Services { get; set; } = [];

    public EppXmlDialect Dialect { get; set; } = dialect;

    /// <summary>Counts a response. "Of the same type" is not defined in the documents; here it means the same code.</summary>
    /// <returns>Whether this is the last response of the session.</returns>
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
