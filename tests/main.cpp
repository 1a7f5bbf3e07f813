#define BOOST_TEST_MODULE panelbook
#include <boost/test/unit_test.hpp>
