using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Primitives;

namespace EppClient.Dk.AspNetCore;

/// <summary>Compares the key of a request with the accepted ones, in a time that does not depend on their values.</summary>
internal static class ApiKeys
{
    public const string Header = "X-API-KEY";

    public static bool Accept(StringValues header, IList<string> keys)
    {
        if (header is not [{ Length: > 0 } given])
        {
            return false;
        }

        // Hashes have one length, and all keys are compared.
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(given));
        var isAccepted = false;
        foreach (var key in keys)
        {
            isAccepted |= CryptographicOperations.FixedTimeEquals(hash, SHA256.HashData(Encoding.UTF8.GetBytes(key)));
        }

        return isAccepted;
    }
}
