using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Made.TestKit.Site;

/// <summary>A certificate authority of a test's own, as a council has one for the servers of its own network; with one below it that signs for servers.</summary>
public sealed class PrivateAuthority : IDisposable
{
    private readonly X509Certificate2 root;
    private readonly X509Certificate2 below;

    public PrivateAuthority()
    {
        root = Made("CN=Tests of MADE Interactive", 3, null, Authority);
        below = Made("CN=Tests of MADE Interactive servers", 2, root, Authority);
    }

    /// <summary>As administrators are given it: to be trusted.</summary>
    public string Pem => root.ExportCertificatePem();

    /// <summary>For a server that is called by this address, which sends along the certificate that signed its own.</summary>
    public SslStreamCertificateContext For(IPAddress address) => SslStreamCertificateContext.Create(Signed(address, ""), [below], offline: true);

    /// <summary>The same for one that leaves that out and says instead where it is to be had.</summary>
    public SslStreamCertificateContext LeadingElsewhere(IPAddress address, string to) => SslStreamCertificateContext.Create(Signed(address, to), [], offline: true);

    public void Dispose()
    {
        root.Dispose();
        below.Dispose();
    }

    private X509Certificate2 Signed(IPAddress address, string saysWhere) => Made($"CN={address}", 1, below, request =>
    {
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(address);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], critical: false));
        if (saysWhere.Length > 0)
            request.CertificateExtensions.Add(new X509AuthorityInformationAccessExtension([], [saysWhere]));
    });

    private static void Authority(CertificateRequest request) => request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, pathLengthConstraint: 0, critical: true));

    private static X509Certificate2 Made(string name, int days, X509Certificate2? by, Action<CertificateRequest> extend)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256);
        extend(request);
        // None begins before the one that signs it, and none outlives it.
        var now = TimeProvider.System.GetUtcNow();
        if (by is null)
            return request.CreateSelfSigned(now.AddDays(-days), now.AddDays(days));
        using var signed = request.Create(by, now.AddDays(-days), now.AddDays(days), RandomNumberGenerator.GetBytes(16));
        return signed.CopyWithPrivateKey(key);
    }
}
