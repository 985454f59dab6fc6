namespace EppClient.Testing.Validation;

/// <summary>How to treat elements in the extension points of EPP (object data and extensions) that no schema of the set declares.</summary>
public enum EppWildcards
{
    /// <summary>They are errors, as in the published schemas.</summary>
    Strict,

    /// <summary>They are accepted without validation; elements that a schema declares are validated as usual.</summary>
    Lax,
}
