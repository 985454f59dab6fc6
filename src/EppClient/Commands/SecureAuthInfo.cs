using System.Security.Cryptography;

namespace EppClient.Commands;

/// <summary>
/// Authorization information for one transfer: random, from the system's cryptographic generator, and never weaker than RFC 9154, section
/// 4.1 asks for. Give it to the registrant, set it with an update, and keep no copy: the registry takes it away when the transfer is done.
/// </summary>
/// <remarks>Never printed. Immutable and safe for use by several threads.</remarks>
public sealed class SecureAuthInfo
{
    private SecureAuthInfo(string value) => Value = value;

    /// <summary>The text. A secret.</summary>
    public string Value { get; }

    /// <summary>Makes a new one by the default policy: 20 characters.</summary>
    public static SecureAuthInfo Generate() => Generate(SecureAuthInfoPolicy.Default);

    /// <summary>Makes a new one.</summary>
    /// <param name="policy">Length and characters, as the registry wants them.</param>
    /// <exception cref="ArgumentException">The policy allows only values that can be guessed.</exception>
    public static SecureAuthInfo Generate(SecureAuthInfoPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        policy.Validate();
        string value;
        do
        {
            value = RandomNumberGenerator.GetString(policy.Characters, policy.Length);
        }
        while (!policy.Accepts(value));

        return new SecureAuthInfo(value);
    }

    /// <summary>Never the value.</summary>
    public override string ToString() => "***";
}
