namespace EppClient.Testing.Validation;

/// <summary>What to think of elements in the open places of EPP (object data and extensions) that no schema of the set declares.</summary>
public enum EppWildcards
{
    /// <summary>They are errors, as the published schemas have it.</summary>
    Strict,

    /// <summary>They are accepted unread; elements that a schema declares are validated as usual.</summary>
    Lax,
}
