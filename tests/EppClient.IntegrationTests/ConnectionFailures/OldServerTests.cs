using System.Buffers.Binary;
using EppClient.IntegrationTests.HostileServers;

namespace EppClient.IntegrationTests.ConnectionFailures;

/// <summary>Old TLS servers, which OpenSSL refuses on the client: the error reports OpenSSL's reason and the remedy.</summary>
[Trait("Failure", "8")]
public sealed class OldServerTests
{
    /// <summary>TLS 1.2, ECDHE with RSA and AES-128-GCM.</summary>
    private static readonly byte[] Cipher = [0xC0, 0x2F];

    [SkippableFact(Timeout = Attempt.Timeout)]
    public async Task Server_without_secure_renegotiation_is_reported()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "TLS stacks other than OpenSSL report no reason.");
        await using var server = HostileServer.StartPlain(async c =>
        {
            await c.SendRawAsync(ServerHello());
            await c.StallAsync();
        });

        var failure = await Attempt.FailsAsync(server, EppConnectionError.InsecureRenegotiation);

        failure.Message.Should().Contain("unsafe legacy renegotiation disabled").And.Contain("UnsafeLegacyServerConnect");
        failure.IsTransient.Should().BeFalse("a retry cannot succeed");
    }

    /// <summary>A hello without the extension renegotiation_info of RFC 5746.</summary>
    private static byte[] ServerHello()
    {
        byte[] body = [0x03, 0x03, .. new byte[32], 0x00, .. Cipher, 0x00];
        byte[] message = [0x02, 0x00, .. Length(body.Length), .. body];
        return [0x16, 0x03, 0x03, .. Length(message.Length), .. message];
    }

    private static byte[] Length(int count)
    {
        var bytes = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(bytes, (ushort)count);
        return bytes;
    }
}
