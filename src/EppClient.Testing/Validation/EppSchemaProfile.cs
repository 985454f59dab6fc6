namespace EppClient.Testing.Validation;

/// <summary>The sets of schemas that a message can be validated against.</summary>
public enum EppSchemaProfile
{
    /// <summary>The RFCs' schemas: envelope, domain, host, contact, DNS security, grace periods; and the balance mapping.</summary>
    Standard,

    /// <summary>The standard set as the .dk registry changes it, together with the registry's own extensions.</summary>
    Dk,
}
