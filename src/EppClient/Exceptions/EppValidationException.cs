namespace EppClient;

/// <summary>A command violates the registry's schema. Nothing was sent.</summary>
public sealed class EppValidationException : EppException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="member">The invalid member, such as <c>DomainCreate.Name</c>.</param>
    /// <param name="rule">The violated rule, such as "must have 1 to 255 characters, has 0". Never the value.</param>
    /// <param name="schemaType">The schema type that defines the rule, such as <c>eppcom:labelType</c>.</param>
    public EppValidationException(string member, string rule, string? schemaType = null)
        : base(schemaType is null ? $"{member} {rule}." : $"{member} {rule} (schema type {schemaType}).", null)
    {
        Member = member;
        Rule = rule;
        SchemaType = schemaType;
    }

    /// <summary>The invalid member, such as <c>DomainCreate.Name</c>.</summary>
    public string Member { get; }

    /// <summary>The violated rule.</summary>
    public string Rule { get; }

    /// <summary>The schema type that defines the rule; null if it has no name.</summary>
    public string? SchemaType { get; }

    /// <inheritdoc/>
    public override bool IsTransient => false;

    /// <inheritdoc/>
    public override EppDelivery Delivery => EppDelivery.NotSent;
}

/// <summary>The registry's greeting does not offer what the options require. No login was sent, and no password.</summary>
public sealed class EppNegotiationException : EppException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">The requirement and the option that sets it.</param>
    /// <param name="serviceUri">The service that the greeting does not offer.</param>
    public EppNegotiationException(string message, string serviceUri)
        : base(message, null) => ServiceUri = serviceUri;

    /// <summary>The service that the greeting does not offer.</summary>
    public string ServiceUri { get; }

    /// <inheritdoc/>
    public override bool IsTransient => false;

    /// <inheritdoc/>
    public override EppDelivery Delivery => EppDelivery.NotSent;
}

/// <summary>The command journal cannot be written or read. A command that could not be recorded was not sent.</summary>
public sealed class EppJournalException : EppException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">The cause and the remedy.</param>
    /// <param name="innerException">The cause, if any.</param>
    public EppJournalException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public override bool IsTransient => false;

    /// <inheritdoc/>
    public override EppDelivery Delivery => EppDelivery.NotSent;
}
