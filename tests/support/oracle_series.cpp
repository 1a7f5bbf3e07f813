#include "oracle_series.hpp"

#define BOOST_TEST_DYN_LINK
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <stdexcept>

namespace panelbook::tests {

std::filesystem::path oracles_or_skip() {
    auto oracles = oracles_folder();
    if (oracles.empty()) BOOST_TEST_MESSAGE("skipped: the oracles are not beside the checkout");
    return oracles;
}

void report(const std::string& table, std::size_t rows, const Agreement& agreement) {
    BOOST_TEST_MESSAGE(table << ": " << rows << " rows, " << agreement.compared << " figures compared, "
                             << agreement.different << " differences");
    BOOST_TEST(agreement.compared > 0u);
    BOOST_TEST(agreement.different == 0u, agreement.first_difference);
}

std::vector<double> oracle_values(const std::filesystem::path& oracles, const std::string& id, std::size_t index,
                                  double value) {
    const OracleTable table(oracles / "input" / (id + ".csv"));
    std::vector<double> values;
    std::vector<double> shares;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        values.push_back(table.number(row, "value").value());
        if (table.has("denominator")) shares.push_back(values.back() / table.number(row, "denominator").value());
    }
    const auto matches = [&](const std::vector<double>& candidate) {
        return index < candidate.size() && std::abs(candidate[index] - value) <= 1e-9 * std::abs(value);
    };
    if (matches(values)) return values;
    if (matches(shares)) return shares;
    throw std::runtime_error("the input of " + id + " is not the series its table was made from");
}

}  // namespace panelbook::tests
