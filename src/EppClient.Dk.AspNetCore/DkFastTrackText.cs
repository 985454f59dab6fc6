namespace EppClient.Dk.AspNetCore;

/// <summary>A text for registrants in the two languages of the registry's self-service portal. Write it for readers without technical knowledge.</summary>
/// <param name="Danish">The text in Danish.</param>
/// <param name="English">The text in English.</param>
public sealed record DkFastTrackText(string Danish, string English)
{
    /// <summary>Returns the text in both languages: the registry's request does not name the registrant's language.</summary>
    public override string ToString() => $"{Danish} / {English}";
}
