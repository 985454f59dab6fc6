namespace EppClient.Xml;

/// <summary>How a part of a message that violates its schema is read.</summary>
public enum EppReadMode
{
    /// <summary>Readable parts are delivered, unreadable parts are kept raw, and each violation becomes an <see cref="EppReadDiagnostic"/>.</summary>
    Tolerant,

    /// <summary>
    /// The first part that is missing, or not in the lexical form of its type, throws an <see cref="EppProtocolException"/>. For tests of
    /// a registry's conformance, and for servers, which refuse schema violations.
    /// </summary>
    Strict,
}
