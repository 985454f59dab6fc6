namespace EppClient.Xml;

/// <summary>What reading does with a part of a message that breaks its schema.</summary>
public enum EppReadMode
{
    /// <summary>What can be read is delivered, what cannot is kept raw, and each fault becomes an <see cref="EppReadDiagnostic"/>.</summary>
    Tolerant,

    /// <summary>
    /// The first part that is missing, or not spelled as its type wants it, ends the reading with an <see cref="EppProtocolException"/>. For tests of
    /// a registry's conformance, and for servers, which refuse what breaks a schema.
    /// </summary>
    Strict,
}
