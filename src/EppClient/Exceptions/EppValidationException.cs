namespace EppClient;

/// <summary>A command breaks a rule of the registry's schema. Nothing was sent.</summary>
public sealed class EppValidationException : EppException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="member">The member at fault, such as <c>DomainCreate.Name</c>.</param>
    /// <param name="rule">The rule that it breaks, such as "must have 1 to 255 characters, has 0". Never the value.</param>
    /// <param name="schemaType">The schema type that has the rule, such as <c>eppcom:labelType</c>.</param>
    public EppValidationException(string member, string rule, string? schemaType = null)
        : base(schemaType is null ? $"{member} {rule}." : $"{member} {rule} (schema type {schemaType}).", null)
    {
        Member = member;
        Rule = rule;
        SchemaType = schemaType;
    }

    /// <summary>The member at fault, such as <c>DomainCreate.Name</c>.</summary>
    public string Member { get; }

    /// <summary>The rule that it breaks.</summary>
    public string Rule { get; }

    /// <summary>The schema type that has the rule, where it has a name.</summary>
    public string? SchemaType { get; }

    /// <inheritdoc/>
    public override bool IsTransient => false;

    /// <inheritdoc/>
    public override EppDelivery Delivery => EppDelivery.NotSent;
}

/// <summary>The registry's greeting does not offer what the options demand. No login was sent, and no password with it.</summary>
public sealed class EppNegotiationException : EppException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is demanded, and by which option.</param>
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

/// <summary>The journal of commands cannot be written or read. A command that it could not record was not sent.</summary>
public sealed class EppJournalException : EppException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened and what to do about it.</param>
    /// <param name="innerException">The cause, where there is one.</param>
    public EppJournalException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public override bool IsTransient => false;

    /// <inheritdoc/>
    public override EppDelivery Delivery => EppDelivery.NotSent;
}
