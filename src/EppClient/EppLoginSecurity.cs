namespace EppClient;

/// <summary>When to log in by RFC 8807, which allows passwords of more than 16 characters and lets the registry warn.</summary>
public enum EppLoginSecurity
{
    /// <summary>Wherever the greeting offers it.</summary>
    WhenOffered,

    /// <summary>
    /// Always: where the greeting does not offer it, the session is not opened and no password is sent. Against anybody on the way
    /// who takes the offer out of the greeting, and against a registry that falls back.
    /// </summary>
    Required,

    /// <summary>Never, not even where it is offered.</summary>
    Never,
}
