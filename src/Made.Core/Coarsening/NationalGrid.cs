namespace Made.Core.Coarsening;

/// <summary>
/// Points of the British National Grid (OSGB36, metres east and north of its false origin) as WGS84 longitude and latitude, and back.
/// <para>Rule: Transverse Mercator on the Airy 1830 ellipsoid, series to the sixth order; then a Helmert transformation of seven parameters.</para>
/// <para>Units: metres; degrees. Exactness: the transformation is good to about 5 metres, for Great Britain; small areas are a hundred times that. Edges: the grid's squares
/// reach from 0 to 700,000 east and 0 to 1,300,000 north; outside, the answer means nothing.</para>
/// <para>Source: Ordnance Survey, A guide to coordinate systems in Great Britain, annexes B and C and section 6.6. Checked against the coordinates that the Department
/// for Transport publishes in both forms.</para>
/// </summary>
public static class NationalGrid
{
    private const double Scale = 0.9996012717;
    private const double OriginEast = 400_000;
    private const double OriginNorth = -100_000;
    private const double OriginLatitude = 49 * Degree;
    private const double OriginLongitude = -2 * Degree;
    private const double Degree = Math.PI / 180;
    private const double Second = Degree / 3600;

    private static readonly Ellipsoid Airy = new(6_377_563.396, 6_356_256.909);
    private static readonly Ellipsoid Wgs84 = new(6_378_137, 6_356_752.3142);
    private static readonly Helmert ToWgs84 = new(446.448, -125.157, 542.060, 0.1502 * Second, 0.2470 * Second, 0.8421 * Second, -20.4894e-6);

    public static (double Longitude, double Latitude) ToLongitudeLatitude(double easting, double northing)
    {
        var (latitude, longitude) = Unproject(easting, northing);
        (latitude, longitude) = Wgs84.Angles(ToWgs84.Apply(Airy.Position(latitude, longitude)));
        return (longitude / Degree, latitude / Degree);
    }

    public static (double Easting, double Northing) OfLongitudeLatitude(double longitude, double latitude)
    {
        var (phi, lambda) = Airy.Angles(ToWgs84.Undo(Wgs84.Position(latitude * Degree, longitude * Degree)));
        return Project(phi, lambda);
    }

    private static (double Easting, double Northing) Project(double phi, double lambda)
    {
        var (nu, rho, eta2) = Airy.Radii(phi, Scale);
        var (sin, cos) = Math.SinCos(phi);
        var (tan2, cos3, cos5) = (Square(sin / cos), cos * cos * cos, cos * cos * cos * cos * cos);
        var d = lambda - OriginLongitude;
        var north = Airy.Meridian(phi, OriginLatitude, Scale) + OriginNorth
            + (nu / 2 * sin * cos * Square(d))
            + (nu / 24 * sin * cos3 * (5 - tan2 + (9 * eta2)) * Math.Pow(d, 4))
            + (nu / 720 * sin * cos5 * (61 - (58 * tan2) + Square(tan2)) * Math.Pow(d, 6));
        var east = OriginEast
            + (nu * cos * d)
            + (nu / 6 * cos3 * ((nu / rho) - tan2) * Math.Pow(d, 3))
            + (nu / 120 * cos5 * (5 - (18 * tan2) + Square(tan2) + (14 * eta2) - (58 * tan2 * eta2)) * Math.Pow(d, 5));
        return (east, north);
    }

    private static (double Latitude, double Longitude) Unproject(double easting, double northing)
    {
        var north = northing - OriginNorth;
        var phi = OriginLatitude + (north / (Airy.Major * Scale));
        for (var turn = 0; turn < 12 && Math.Abs(north - Airy.Meridian(phi, OriginLatitude, Scale)) > 1e-5; turn++)
            phi += (north - Airy.Meridian(phi, OriginLatitude, Scale)) / (Airy.Major * Scale);
        var (nu, rho, eta2) = Airy.Radii(phi, Scale);
        var tan = Math.Tan(phi);
        var (tan2, secant) = (tan * tan, 1 / Math.Cos(phi));
        var d = easting - OriginEast;
        var latitude = phi
            - (tan / (2 * rho * nu) * Square(d))
            + (tan / (24 * rho * Math.Pow(nu, 3)) * (5 + (3 * tan2) + eta2 - (9 * tan2 * eta2)) * Math.Pow(d, 4))
            - (tan / (720 * rho * Math.Pow(nu, 5)) * (61 + (90 * tan2) + (45 * Square(tan2))) * Math.Pow(d, 6));
        var longitude = OriginLongitude
            + (secant / nu * d)
            - (secant / (6 * Math.Pow(nu, 3)) * ((nu / rho) + (2 * tan2)) * Math.Pow(d, 3))
            + (secant / (120 * Math.Pow(nu, 5)) * (5 + (28 * tan2) + (24 * Square(tan2))) * Math.Pow(d, 5))
            - (secant / (5040 * Math.Pow(nu, 7)) * (61 + (662 * tan2) + (1320 * Square(tan2)) + (720 * tan2 * Square(tan2))) * Math.Pow(d, 7));
        return (latitude, longitude);
    }

    private static double Square(double value) => value * value;

    private readonly record struct Point(double X, double Y, double Z);

    private sealed record Ellipsoid(double Major, double Minor)
    {
        private readonly double e2 = 1 - Square(Minor / Major);
        private readonly double n = (Major - Minor) / (Major + Minor);

        public Point Position(double phi, double lambda)
        {
            var (sin, cos) = Math.SinCos(phi);
            var nu = Major / Math.Sqrt(1 - (e2 * sin * sin));
            return new(nu * cos * Math.Cos(lambda), nu * cos * Math.Sin(lambda), (1 - e2) * nu * sin);
        }

        public (double Latitude, double Longitude) Angles(Point point)
        {
            var across = Math.Sqrt(Square(point.X) + Square(point.Y));
            var phi = Math.Atan2(point.Z, across * (1 - e2));
            for (var turn = 0; turn < 8; turn++)
            {
                var sin = Math.Sin(phi);
                phi = Math.Atan2(point.Z + (e2 * Major / Math.Sqrt(1 - (e2 * sin * sin)) * sin), across);
            }
            return (phi, Math.Atan2(point.Y, point.X));
        }

        public (double Nu, double Rho, double Eta2) Radii(double phi, double scale)
        {
            var w = 1 - (e2 * Square(Math.Sin(phi)));
            var nu = Major * scale / Math.Sqrt(w);
            var rho = Major * scale * (1 - e2) / Math.Pow(w, 1.5);
            return (nu, rho, (nu / rho) - 1);
        }

        /// <summary>Metres along the meridian from the origin.</summary>
        public double Meridian(double phi, double origin, double scale)
        {
            var (less, sum) = (phi - origin, phi + origin);
            var (n2, n3) = (n * n, n * n * n);
            return Minor * scale * (((1 + n + (1.25 * n2) + (1.25 * n3)) * less)
                - (((3 * n) + (3 * n2) + (21 / 8.0 * n3)) * Math.Sin(less) * Math.Cos(sum))
                + (15 / 8.0 * (n2 + n3) * Math.Sin(2 * less) * Math.Cos(2 * sum))
                - (35 / 24.0 * n3 * Math.Sin(3 * less) * Math.Cos(3 * sum)));
        }
    }

    /// <summary>A shift, three small rotations and a change of scale. Undone with the signs turned: the remainder is below a hundredth of a metre.</summary>
    private sealed record Helmert(double X, double Y, double Z, double Rx, double Ry, double Rz, double Scale)
    {
        public Point Apply(Point p) => new(
            X + ((1 + Scale) * p.X) - (Rz * p.Y) + (Ry * p.Z),
            Y + (Rz * p.X) + ((1 + Scale) * p.Y) - (Rx * p.Z),
            Z - (Ry * p.X) + (Rx * p.Y) + ((1 + Scale) * p.Z));

        public Point Undo(Point p) => new Helmert(-X, -Y, -Z, -Rx, -Ry, -Rz, -Scale).Apply(p);
    }
}
